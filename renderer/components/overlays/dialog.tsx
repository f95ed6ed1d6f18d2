import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { ScrollArea } from '../layout/scroll-area.tsx';
import styles from './dialog.module.css';
import { initialFocus } from './focusable.ts';

const Title = createContext('');

/** How wide a dialog is at most. */
export type DialogWidth = 'small' | 'medium' | 'large' | 'roomy' | 'panel' | 'broad' | 'wide';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Whether a click outside closes it; never for dialogs with text fields. */
  readonly dismissable?: boolean;
  /** A panel also has a height of its own, so that nothing moves when its content changes. */
  readonly width?: DialogWidth;
  /** Whether its title stands above its content; else the content has a `DialogTitle` somewhere. */
  readonly titled?: boolean;
}

/** A modal dialog: sets the initial focus, closes on Esc, and returns the focus afterwards. */
export function Dialog(props: Props) {
  const { title, onClose, children, dismissable = false, width = 'medium', titled = true } = props;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const focusInside = () => {
      if (!holdsFocus(element)) initialFocus(element)?.focus();
    };
    // A dialog below may have taken the focus while this one opened. A key pressed now must not be lost.
    if (element.querySelector('[data-autofocus]') !== null) focusInside();
    // Tabs are rendered a moment later.
    const frame = requestAnimationFrame(focusInside);
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <ModalOverlay
      isOpen
      isDismissable={dismissable}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''} data-width={width}>
        <AriaDialog ref={box} data-dialog="" className={styles.dialog ?? ''}>
          <Title value={title}>
            {titled ? <DialogTitle /> : null}
            {children}
          </Title>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The title of the dialog around it. */
export function DialogTitle() {
  return (
    <Heading slot="title" tabIndex={-1} className={styles.title ?? ''}>
      {useContext(Title)}
    </Heading>
  );
}

function holdsFocus(dialog: HTMLElement): boolean {
  return dialog !== document.activeElement && dialog.contains(document.activeElement);
}

/** The server and the user that a dialog is about, below its title. */
export function DialogSubject({ name, userName }: { readonly name: string; readonly userName: string }) {
  return (
    <p className={styles.subject}>
      <b>{name}</b> {userName}
    </p>
  );
}

/** The content of a dialog; scrolls if it is taller than the window. */
export function DialogBody({ children }: { readonly children: ReactNode }) {
  return (
    <ScrollArea label={useContext(Title)} className={styles.body}>
      {children}
    </ScrollArea>
  );
}

/** The buttons of a dialog; the primary one comes last. */
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
