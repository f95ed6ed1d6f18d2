import type { ReactNode } from 'react';
import styles from './description-list.module.css';

/** Named facts, one a line. */
export function FactList({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.list}>{children}</dl>;
}

interface FactProps {
  readonly term: string;
  readonly children: ReactNode;
  readonly title?: string;
}

/** One fact and its name. */
export function Fact({ term, children, title }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt>{term}</dt>
      <dd title={title}>{children === '' ? '—' : children}</dd>
    </div>
  );
}
