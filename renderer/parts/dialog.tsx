import type { ReactNode } from 'react';
import { Dialog as Box } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import styles from './dialog.module.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** May a click outside close it? Never where something is typed. */
  readonly dismissable?: boolean;
  readonly width?: 'small' | 'medium' | 'large' | 'broad' | 'wide';
}

/** A dialog over the window: Esc closes it, and the focus goes back where it came from. */
export function Dialog({ title, onClose, children, dismissable = false, width = 'medium' }: Props) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={dismissable}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={styles.veil ?? ''}
    >
      <Modal className={styles.modal ?? ''} data-width={width}>
        <Box className={styles.box ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          {children}
        </Box>
      </Modal>
    </ModalOverlay>
  );
}

/** What a dialog shows; scrolls when it is taller than the window. */
export function DialogBody({ children }: { readonly children: ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}

/** The buttons of a dialog; the one that goes on comes last. */
export function DialogButtons({
  children,
  aside,
}: {
  readonly children: ReactNode;
  readonly aside?: ReactNode;
}) {
  return (
    <div className={styles.buttons}>
      <div className={styles.aside}>{aside}</div>
      {children}
    </div>
  );
}
