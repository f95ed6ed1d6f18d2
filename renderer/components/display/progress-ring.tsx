import styles from './progress-ring.module.css';

const circumference = 2 * Math.PI * 5;

/** The remaining part of a short time; decorative, next to text that says it. */
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
