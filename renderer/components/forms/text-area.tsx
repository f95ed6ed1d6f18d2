import { type TextareaHTMLAttributes, useId } from 'react';
import styles from './text-field.module.css';
import { FieldHead } from './text-field.tsx';

interface Props extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className'> {
  readonly label: string;
  /** An explanation beside the label. */
  readonly hint?: string;
  /** What is wrong with the text; replaces the explanation. */
  readonly problem: string | undefined;
}

/** A labelled, uncontrolled field for text of several lines; the form reads it on submit. */
export function TextArea({ label, hint, problem, ...rest }: Props) {
  const id = useId();
  const noteId = useId();
  return (
    <div className={styles.field} data-field>
      <FieldHead id={id} noteId={noteId} label={label} hint={hint} problem={problem} />
      <textarea
        {...rest}
        id={id}
        className={styles.input}
        data-autofocus={rest.autoFocus || undefined}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={problem === undefined && hint === undefined ? undefined : noteId}
      />
    </div>
  );
}
