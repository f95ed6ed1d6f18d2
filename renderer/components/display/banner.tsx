import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { IconButton } from '../buttons/button.tsx';
import styles from './banner.module.css';

interface Props {
  readonly tone: 'bad' | 'warn' | 'info';
  readonly title: string;
  readonly text: string;
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
  readonly children?: ReactNode;
}

/** A message across the list; stays until dismissed. */
export function Banner({ tone, title, text, dismissLabel, onDismiss, children }: Props) {
  return (
    <div className={styles.banner} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      {tone === 'info' ? <Info size={16} /> : <TriangleAlert size={16} />}
      <div className={styles.content}>
        <p className={styles.text}>
          <b>{title}</b> {text}
        </p>
        {children == null ? null : <div className={styles.buttons}>{children}</div>}
      </div>
      <IconButton label={dismissLabel} onPress={onDismiss}>
        <X />
      </IconButton>
    </div>
  );
}
