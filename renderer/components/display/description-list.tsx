import type { ReactNode } from 'react';
import styles from './description-list.module.css';

/** A list of names and values. */
export function DescriptionList({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.list}>{children}</dl>;
}

interface ItemProps {
  readonly term: string;
  readonly children: ReactNode;
  readonly title?: string;
}

/** A name and its value. */
export function DescriptionItem({ term, children, title }: ItemProps) {
  return (
    <div className={styles.item}>
      <dt>{term}</dt>
      <dd title={title}>{children === '' ? '—' : children}</dd>
    </div>
  );
}
