import { useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import { minPassphraseLength } from '../../contract/vault.ts';
import { takeTyped } from '../components/passwords/password-input.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { PassphraseField, usePassphraseProblem } from './passphrase-field.tsx';

/** A new passphrase, typed twice. */
export interface NewPassphrase {
  /** A new object each time the two differ. */
  readonly mismatch: object | null;
  /** Takes it from its fields; if the two differ, returns null and marks the second field. */
  readonly take: (form: HTMLFormElement) => string | null;
}

/** Compares the two fields before anything is taken from them. */
export function useNewPassphrase(): NewPassphrase {
  const [mismatch, setMismatch] = useState<object | null>(null);

  function take(form: HTMLFormElement): string | null {
    const again = takeTyped(form, 'again');
    const first = form.elements.namedItem('passphrase');
    const isSame = first instanceof HTMLInputElement && first.value === again;
    setMismatch(isSame ? null : {});
    return isSame ? takeTyped(form, 'passphrase') : null;
  }

  return { mismatch, take };
}

interface Props {
  readonly mismatch: object | null;
  readonly problem: Problem | null;
  /** Whether there is no passphrase yet, which changes the labels. */
  readonly first: boolean;
  readonly autoFocus?: boolean;
}

/** The two fields of a new passphrase. */
export function NewPassphraseFields({ mismatch, problem, first, autoFocus = false }: Props) {
  const t = useTranslate();
  const at = usePassphraseProblem(problem);
  return (
    <>
      <PassphraseField
        name="passphrase"
        label={t(first ? 'vault:lock.passphrase' : 'vault:fresh')}
        hint={t('vault:shortest', { count: minPassphraseLength })}
        problem={at('new')}
        autoFocus={autoFocus}
      />
      <PassphraseField
        name="again"
        label={t(first ? 'vault:repeat' : 'vault:repeatNew')}
        problem={mismatch === null ? undefined : t('vault:mismatch')}
      />
    </>
  );
}
