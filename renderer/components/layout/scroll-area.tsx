import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './scroll-area.module.css';

interface Props {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A part that scrolls when its content is too tall; the focus can go there then, so that the keys scroll it. */
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
    // The frame keeps its size while what is in it grows, so the size of every child counts too.
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
