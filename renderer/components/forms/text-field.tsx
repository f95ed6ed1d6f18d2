import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { ManagedNote } from './managed-note.tsx';
import styles from './text-field.module.css';

interface Common {
  readonly label: string;
  /** Whether the label is for screen readers only. */
  readonly hidesLabel?: boolean;
  /** An explanation beside the label. */
  readonly hint?: string | undefined;
  /** What is wrong with the value; replaces the explanation. */
  readonly problem?: string | undefined;
  /** Something to know while typing, which `inside` shows; read out with the field. */
  readonly warning?: string | undefined;
  /** Who decides the value instead of the person; then it cannot be changed. */
  readonly managed?: string | undefined;
  /** An icon at the start of the field. */
  readonly icon?: ReactNode;
  /** Buttons at the end of the field. */
  readonly inside?: ReactNode;
}

type Props = Common & Omit<InputHTMLAttributes<HTMLInputElement>, 'className'>;

/** A labelled, uncontrolled text field; the form reads it on submit. */
export function TextField(props: Props) {
  const { label, hidesLabel = false, hint, problem, warning, managed, icon, inside, ...rest } = props;
  const id = useId();
  const noteId = useId();
  const warningId = useId();
  const noted = problem !== undefined || hint !== undefined || managed !== undefined;
  const described = [noted ? noteId : '', warning === undefined ? '' : warningId].filter(Boolean).join(' ');
  return (
    <div className={styles.field} data-field>
      <FieldHead
        id={id}
        noteId={noteId}
        label={label}
        hidesLabel={hidesLabel}
        hint={managed === undefined ? hint : undefined}
        problem={managed === undefined ? problem : undefined}
      />
      <div
        className={styles.frame}
        data-icon={icon === undefined ? undefined : ''}
        data-inside={inside === undefined ? undefined : ''}
        data-warned={warning === undefined ? undefined : ''}
      >
        {icon}
        <input
          {...rest}
          readOnly={managed !== undefined || rest.readOnly}
          id={id}
          className={styles.input}
          data-autofocus={rest.autoFocus || undefined}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={described === '' ? undefined : described}
        />
        {inside === undefined ? null : <span className={styles.inside}>{inside}</span>}
      </div>
      {warning === undefined ? null : (
        <span id={warningId} hidden>
          {warning}
        </span>
      )}
      {managed === undefined ? null : <ManagedNote id={noteId}>{managed}</ManagedNote>}
    </div>
  );
}

interface HeadProps {
  /** The ID of the field. */
  readonly id: string;
  /** The ID of what is to be known about the value. */
  readonly noteId: string;
  readonly label: string;
  /** Whether the label is for screen readers only. */
  readonly hidesLabel?: boolean;
  readonly hint: string | undefined;
  /** What is wrong with the value; replaces the explanation. */
  readonly problem: string | undefined;
}

/** The label of a field, and an explanation or the problem beside it. */
export function FieldHead({ id, noteId, label, hidesLabel = false, hint, problem }: HeadProps) {
  const note = problem ?? hint;
  return (
    <div className={hidesLabel ? 'unseen' : styles.head}>
      <label htmlFor={id}>{label}</label>
      {note === undefined ? null : (
        <p id={noteId} className={problem === undefined ? styles.hint : styles.problem}>
          {note}
        </p>
      )}
    </div>
  );
}
