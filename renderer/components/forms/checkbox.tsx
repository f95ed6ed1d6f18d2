import { type InputHTMLAttributes, useId } from 'react';
import styles from './checkbox.module.css';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'type'> {
  readonly label: string;
  /** An explanation, or why it is disabled. */
  readonly hint?: string | undefined;
}

/** A checkbox; the form reads it on submit. */
export function Checkbox({ label, hint, ...rest }: Props) {
  const hintId = useId();
  return (
    <div className={styles.row}>
      <label className={styles.box}>
        <input
          {...rest}
          data-autofocus={rest.autoFocus || undefined}
          type="checkbox"
          aria-describedby={hint === undefined ? undefined : hintId}
        />
        <span>{label}</span>
      </label>
      {hint === undefined ? null : (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
