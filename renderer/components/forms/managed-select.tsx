import ChevronDown from 'lucide-react/icons/chevron-down';
import Lock from 'lucide-react/icons/lock';
import { type ReactNode, useId } from 'react';
import { ManagedNote } from './managed-note.tsx';
import styles from './select.module.css';

interface Props {
  readonly label: ReactNode;
  /** The label of the value in force. */
  readonly value: string;
  readonly inline: boolean;
  readonly managed: string;
}

/** A drop-down list that shows its value and does nothing, but can be focused and read out. */
export function ManagedSelect({ label, value, inline, managed }: Props) {
  const id = useId();
  return (
    <div className={styles.select} data-inline={inline || undefined}>
      <span id={`${id}label`} className={styles.label}>
        {label}
      </span>
      <button
        type="button"
        aria-disabled
        aria-haspopup="listbox"
        aria-labelledby={`${id}value ${id}label`}
        aria-describedby={`${id}note`}
        className={styles.button}
        data-managed
      >
        <Lock size={14} />
        <span id={`${id}value`} className={styles.value}>
          {value}
        </span>
        <ChevronDown size={14} />
      </button>
      <div className={styles.hint}>
        <ManagedNote id={`${id}note`}>{managed}</ManagedNote>
      </div>
    </div>
  );
}
