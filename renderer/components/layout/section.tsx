import type { ReactNode } from 'react';
import styles from './section.module.css';

interface Props {
  readonly title: string;
  readonly count?: number;
  readonly children: ReactNode;
}

/** A titled part of a pane. */
export function Section({ title, count, children }: Props) {
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>
        {title}
        {count === undefined ? null : <span className={styles.count}>{count}</span>}
      </h3>
      {children}
    </section>
  );
}
