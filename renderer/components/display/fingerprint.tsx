import { CopyIconButton } from '../buttons/copy-button.tsx';
import styles from './fingerprint.module.css';

/** Eight bytes as openssl prints them, with the colon after each. */
const line = /.{1,24}/g;
/** The length of four of them, after which a line breaks where there is no room. */
const half = 12;

/** A SHA-256 fingerprint as openssl prints it, or what stands for it, with a button that copies it. */
export function Fingerprint({ hex, copyLabel }: { readonly hex: string; readonly copyLabel: string }) {
  const text = /^[0-9a-f]+$/i.test(hex) ? hex.toUpperCase().replace(/..(?=.)/g, '$&:') : hex;
  return (
    <div className={styles.box}>
      <code className={styles.fingerprint}>
        {(text.match(line) ?? []).map((bytes, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat and never move.
          <span key={nth}>
            {bytes.slice(0, half)}
            <wbr />
            {bytes.slice(half)}
          </span>
        ))}
      </code>
      <CopyIconButton text={text} label={copyLabel} />
    </div>
  );
}
