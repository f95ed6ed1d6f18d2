import Search from 'lucide-react/icons/search';
import styles from './screen-frame.module.css';

interface Props {
  /** The accessible name, which is also written in the empty field. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The field of a screen that filters what is below; its label is in it. */
export function ScreenSearch({ label, value, onChange }: Props) {
  return (
    <span className={styles.search}>
      <Search size={16} className={styles.glass} />
      <input
        type="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        placeholder={label}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}
