import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './scroll-area.module.css';

interface Props {
  /** The accessible name. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** An area that scrolls if its content is too tall; then it can be focused and scrolled by keys. */
export function ScrollArea({ label, className, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const overflows = useOverflow(frame);
  return (
    <div
      ref={frame}
      className={`${styles.area} ${className ?? ''}`}
      {...(overflows ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {})}
    >
      {children}
    </div>
  );
}

function useOverflow(frame: { readonly current: HTMLElement | null }): boolean {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = (): void => setOverflows(element.scrollHeight > element.clientHeight + 1);
    const sizes = new ResizeObserver(measure);
    const watch = (): void => {
      sizes.disconnect();
      for (const part of [element, ...element.children]) sizes.observe(part);
    };
    // The frame keeps its size when its content grows, so the size of every child is observed too.
    const children = new MutationObserver(watch);
    children.observe(element, { childList: true });
    watch();
    return () => {
      sizes.disconnect();
      children.disconnect();
    };
  }, [frame]);
  return overflows;
}
