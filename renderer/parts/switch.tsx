import { Switch as Toggle } from 'react-aria-components/Switch';
import styles from './switch.module.css';

interface Props {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Something that is either on or off, and takes effect at once. */
export function Switch({ label, on, onChange }: Props) {
  return (
    <Toggle className={styles.switch ?? ''} isSelected={on} onChange={onChange}>
      <span>{label}</span>
      <span className={styles.track} />
    </Toggle>
  );
}
