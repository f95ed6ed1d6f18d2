import { CopyIconButton } from '../buttons/copy-button.tsx';
import styles from './fingerprint.module.css';

/** Eight bytes as openssl prints them, with the colon after each. */
const line = /.{1,24}/g;

/** A SHA-256 fingerprint as openssl prints it, with a button that copies it. */
export function Fingerprint({ hex, copyLabel }: { readonly hex: string; readonly copyLabel: string }) {
  const text = hex.toUpperCase().replace(/..(?=.)/g, '$&:');
  return (
    <div className={styles.box}>
      <code className={styles.fingerprint}>
        {(text.match(line) ?? []).map((bytes, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat and never move.
          <span key={nth}>{bytes}</span>
        ))}
      </code>
      <CopyIconButton text={text} label={copyLabel} />
    </div>
  );
}
