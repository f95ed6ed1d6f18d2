import Lock from 'lucide-react/icons/lock';
import { type ReactNode, useId } from 'react';
import { Switch as Toggle } from 'react-aria-components/Switch';
import { ManagedNote } from './managed-note.tsx';
import styles from './switch.module.css';

interface Props {
  readonly label: ReactNode;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  /** An explanation, or why it is disabled. */
  readonly hint?: string | undefined;
  readonly disabled?: boolean;
  /** Who decides the value instead of the person; then it cannot be changed. */
  readonly managed?: string | undefined;
}

/** A setting that is on or off and takes effect at once. */
export function Switch({ label, on, onChange, hint, disabled = false, managed }: Props) {
  const labelId = useId();
  const hintId = useId();
  const isManaged = managed !== undefined;
  return (
    <Toggle
      className={styles.switch ?? ''}
      isSelected={on}
      isDisabled={disabled}
      isReadOnly={isManaged}
      onChange={onChange}
      aria-labelledby={labelId}
      {...(hint === undefined && !isManaged ? {} : { 'aria-describedby': hintId })}
    >
      <span className={styles.texts}>
        <span id={labelId}>{label}</span>
        {isManaged ? <ManagedNote id={hintId}>{managed}</ManagedNote> : <Hint id={hintId}>{hint}</Hint>}
      </span>
      {isManaged ? <Lock size={14} className={styles.lock} /> : null}
      <span className={styles.track} />
    </Toggle>
  );
}

function Hint({ id, children }: { readonly id: string; readonly children: string | undefined }) {
  return children === undefined ? null : (
    <span id={id} className={styles.hint}>
      {children}
    </span>
  );
}
