import ArrowLeft from 'lucide-react/icons/arrow-left';
import { type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from '../buttons/button.tsx';
import styles from './screen-frame.module.css';

/** The place of a screen in the window. */
export function ScreenPane({ children }: { readonly children: ReactNode }) {
  return (
    <main className={styles.pane} data-pane="screen">
      {children}
    </main>
  );
}

interface Props {
  readonly title: string;
  /** A few words beside the title, such as a count. */
  readonly note: string;
  /** The button that leads back to the list, in windows without the pane of views; `onBack` is null without a list. */
  readonly backLabel: string;
  readonly onBack: (() => void) | null;
  /** Fields and buttons on the right of the title. */
  readonly actions: ReactNode;
  /** Whether its content is there; its grid then gets the focus. */
  readonly isReady?: boolean;
  readonly children: ReactNode;
}

/** A screen: its title and actions on top, its content below. Sets the initial focus. */
export function ScreenFrame(props: Props) {
  const { title, note, backLabel, onBack, actions, isReady = true, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the content arrives, it has a grid.
  useEffect(() => {
    // The menu from which it was opened returns the focus first.
    const frame = requestAnimationFrame(() => {
      const { activeElement: focused } = document;
      const isInside = box.current?.contains(focused) === true;
      // A person may have gone on meanwhile.
      if (isInside && focused !== heading.current) return;
      const line = box.current?.querySelector<HTMLElement>('[data-line][tabindex="0"]');
      (line ?? heading.current)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [isReady]);
  return (
    <div ref={box} className={styles.screen}>
      <div className={styles.head}>
        {onBack === null ? null : (
          <span className={styles.back}>
            <IconButton label={backLabel} onPress={onBack}>
              <ArrowLeft />
            </IconButton>
          </span>
        )}
        <div className={styles.heading}>
          <h2 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h2>
          <p role="status" className={styles.note}>
            {note}
          </p>
        </div>
        <div className={styles.actions}>{actions}</div>
      </div>
      {children}
    </div>
  );
}
