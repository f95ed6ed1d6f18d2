import { useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import { minPassphraseLength } from '../../contract/vault.ts';
import { useTranslate } from '../i18n/translate.ts';
import { PassphraseField, takePassphrase, usePassphraseProblem } from './passphrase-field.tsx';

/** A new passphrase, typed twice in a form. */
export interface NewPassphrase {
  /** Set anew each time when the two were not the same. */
  readonly mismatch: object | null;
  /** Takes it out of its fields; null, and told at the second field, if the two are not the same. */
  readonly take: (form: HTMLFormElement) => string | null;
}

/** Compares the two fields before anything leaves them. */
export function useNewPassphrase(): NewPassphrase {
  const [mismatch, setMismatch] = useState<object | null>(null);

  function take(form: HTMLFormElement): string | null {
    const again = takePassphrase(form, 'again');
    const first = form.elements.namedItem('passphrase');
    const isSame = first instanceof HTMLInputElement && first.value === again;
    setMismatch(isSame ? null : {});
    return isSame ? takePassphrase(form, 'passphrase') : null;
  }

  return { mismatch, take };
}

interface Props {
  readonly mismatch: object | null;
  readonly problem: Problem | null;
  /** Is there no passphrase yet, so that none needs to be told apart from it? */
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
        label={t(first ? 'lock.passphrase' : 'store.fresh')}
        hint={t('store.shortest', { count: minPassphraseLength })}
        problem={at('new')}
        autoFocus={autoFocus}
      />
      <PassphraseField
        name="again"
        label={t(first ? 'store.againFirst' : 'store.again')}
        problem={mismatch === null ? undefined : t('store.mismatch')}
      />
    </>
  );
}
