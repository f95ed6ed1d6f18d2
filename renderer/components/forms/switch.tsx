import { useId } from 'react';
import { Switch as Toggle } from 'react-aria-components/Switch';
import styles from './switch.module.css';

interface Props {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  /** An explanation, or why it is disabled. */
  readonly hint?: string | undefined;
  readonly disabled?: boolean;
}

/** A setting that is on or off and takes effect at once. */
export function Switch({ label, on, onChange, hint, disabled = false }: Props) {
  const hintId = useId();
  return (
    <div>
      <Toggle
        className={styles.switch ?? ''}
        isSelected={on}
        isDisabled={disabled}
        onChange={onChange}
        {...(hint === undefined ? {} : { 'aria-describedby': hintId })}
      >
        <span>{label}</span>
        <span className={styles.track} />
      </Toggle>
      {hint === undefined ? null : (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
