import type { ReactNode } from 'react';
import styles from './section.module.css';

interface Props {
  readonly title: string;
  readonly count?: number;
  /** The buttons at the end of the heading's line. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A titled part of a pane. */
export function Section({ title, count, actions, children }: Props) {
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          {title}
          {count === undefined ? null : <span className={styles.count}>{count}</span>}
        </h3>
        {actions}
      </div>
      {children}
    </section>
  );
}
