import ChevronRight from 'lucide-react/icons/chevron-right';
import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

/** Content that is shown on demand. */
export function Disclosure({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className={styles.disclosure}>
      <summary className={styles.title}>
        <ChevronRight size={14} />
        {title}
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
