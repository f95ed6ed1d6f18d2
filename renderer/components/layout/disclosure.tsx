import ChevronRight from 'lucide-react/icons/chevron-right';
import { type ReactNode, useState } from 'react';
import styles from './disclosure.module.css';

interface Props {
  readonly title: string;
  /** What is in it, in a few words. */
  readonly hint?: string;
  /** Whether it is open in any case, as for a problem inside. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** Content that is shown on demand. */
export function Disclosure({ title, hint, open = false, children }: Props) {
  const [isOpen, setOpen] = useState(open);
  return (
    <details
      className={styles.disclosure}
      open={isOpen || open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={styles.title}>
        <ChevronRight size={14} />
        <span>{title}</span>
        {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
