import type { ReactNode } from 'react';
import styles from './description-list.module.css';

/** Named facts, one a line. */
export function DescriptionList({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.list}>{children}</dl>;
}

interface ItemProps {
  readonly term: string;
  readonly children: ReactNode;
  readonly title?: string;
}

/** One fact and its name. */
export function DescriptionItem({ term, children, title }: ItemProps) {
  return (
    <div className={styles.item}>
      <dt>{term}</dt>
      <dd title={title}>{children === '' ? '—' : children}</dd>
    </div>
  );
}
