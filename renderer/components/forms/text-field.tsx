import { type InputHTMLAttributes, useId } from 'react';
import { ManagedNote } from './managed-note.tsx';
import styles from './text-field.module.css';

interface Common {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with the value. */
  readonly problem?: string | undefined;
  /** Who decides the value instead of the person; then it cannot be changed. */
  readonly managed?: string | undefined;
}

type TextProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, 'className'>;

/** A labelled, uncontrolled text field; the form reads it on submit. */
export function TextField({ label, hint, problem, managed, ...rest }: TextProps) {
  const id = useId();
  const noteId = useId();
  const noted = problem !== undefined || hint !== undefined || managed !== undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        readOnly={managed !== undefined || rest.readOnly}
        id={id}
        className={styles.input}
        data-autofocus={rest.autoFocus || undefined}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={noted ? noteId : undefined}
      />
      {managed === undefined ? (
        <Note id={noteId} hint={hint} problem={problem} />
      ) : (
        <ManagedNote id={noteId}>{managed}</ManagedNote>
      )}
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
