import styles from './fingerprint.module.css';

/** A SHA-256 fingerprint in groups of four digits. */
export function Fingerprint({ hex, large = false }: { readonly hex: string; readonly large?: boolean }) {
  const groups = hex.match(/.{1,4}/g) ?? [];
  return (
    <code className={styles.fingerprint} data-large={large || undefined} data-fingerprint={hex}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat and never move.
        <span key={index}>{group}</span>
      ))}
    </code>
  );
}
