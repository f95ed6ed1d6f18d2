import styles from './progress-ring.module.css';

const circumference = 2 * Math.PI * 5;

/** How much of a short time is left; decoration beside the words that say it. */
export function ProgressRing({ fraction }: { readonly fraction: number }) {
  return (
    <svg className={styles.ring} viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="5" />
      <circle
        cx="7"
        cy="7"
        r="5"
        strokeDasharray={circumference}
        strokeDashoffset={circumference * (1 - fraction)}
      />
    </svg>
  );
}
