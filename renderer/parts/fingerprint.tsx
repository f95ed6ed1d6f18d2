import styles from './fingerprint.module.css';

/** A SHA-256 fingerprint in groups of four, as people compare it. */
export function Fingerprint({ hex }: { readonly hex: string }) {
  const groups = hex.match(/.{1,4}/g) ?? [];
  return (
    <code className={styles.fingerprint} data-fingerprint={hex}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat and never move.
        <span key={index}>{group}</span>
      ))}
    </code>
  );
}
