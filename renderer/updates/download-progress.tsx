import { useTranslate } from '../i18n/translate.ts';
import { megabytes } from './megabytes.ts';
import styles from './update-card.module.css';

interface Props {
  readonly label: string;
  /** Bytes. */
  readonly received: number;
  readonly size: number;
}

/** A bar that fills while a package is downloaded. */
export function DownloadProgress({ label, received, size }: Props) {
  const t = useTranslate();
  const text = t('settings:updates.progress', {
    received: Math.round(received / 1_000_000),
    size: megabytes(size),
  });
  return (
    <>
      <progress className={styles.bar} aria-label={label} aria-valuetext={text} value={received} max={size} />
      <p className={styles.hint}>{text}</p>
    </>
  );
}
