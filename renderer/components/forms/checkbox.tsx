import { type InputHTMLAttributes, useId } from 'react';
import styles from './checkbox.module.css';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'type'> {
  readonly label: string;
  /** What it means, or why it cannot be ticked. */
  readonly hint?: string | undefined;
}

/** Something to agree to in a form; the form reads it when it is sent. */
export function Checkbox({ label, hint, ...rest }: Props) {
  const hintId = useId();
  return (
    <div>
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
