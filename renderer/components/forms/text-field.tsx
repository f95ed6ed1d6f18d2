import { type InputHTMLAttributes, useId } from 'react';
import styles from './text-field.module.css';

interface Common {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with the value. */
  readonly problem?: string | undefined;
}

type TextProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, 'className'>;

/** A labelled, uncontrolled text field; the form reads it on submit. */
export function TextField({ label, hint, problem, ...rest }: TextProps) {
  const id = useId();
  const noteId = useId();
  const noted = problem !== undefined || hint !== undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        className={styles.input}
        data-autofocus={rest.autoFocus || undefined}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={noted ? noteId : undefined}
      />
      <Note id={noteId} hint={hint} problem={problem} />
    </div>
  );
}

function Note({ id, hint, problem }: { readonly id: string } & Pick<Common, 'hint' | 'problem'>) {
  if (problem !== undefined)
    return (
      <p id={id} className={styles.problem}>
        {problem}
      </p>
    );
  return hint === undefined ? null : (
    <p id={id} className={styles.hint}>
      {hint}
    </p>
  );
}
