import { useState } from 'react';
import { Checkbox } from '../components/forms/checkbox.tsx';
import { useTranslate } from '../i18n/translate.ts';
import type { FormProblems } from '../problems/field-problem.ts';
import { useAppState } from '../state/app-state.ts';
import { rememberPasswordRefusal } from '../state/vault-status.ts';
import styles from './login.module.css';
import { PasswordField } from './secret-fields.tsx';

interface Props {
  readonly problem: FormProblems;
  /** The address, as far as it is known. */
  readonly address: string;
  /** Whether a password is saved. */
  readonly kept: boolean;
  readonly autoFocus?: boolean;
}

/** The password and the choice to save it, with a hint about what that means. */
export function RememberPasswordField({ problem, address, kept, autoFocus = false }: Props) {
  const t = useTranslate();
  const refusal = useAppState((state) => rememberPasswordRefusal(state, address));
  const [wanted, setWanted] = useState(kept);
  const keeps = wanted && refusal === null;
  return (
    <div className={styles.both}>
      <PasswordField problem={problem} autoFocus={autoFocus} />
      <Checkbox
        name="keepPassword"
        label={t('vault:password.remember')}
        hint={
          refusal === null
            ? t(keeps ? 'vault:password.savedHint' : 'forms:add.passwordHint')
            : t(`problems:reasons.keep.${refusal}`)
        }
        disabled={refusal !== null}
        checked={keeps}
        onChange={(event) => setWanted(event.target.checked)}
      />
    </div>
  );
}
