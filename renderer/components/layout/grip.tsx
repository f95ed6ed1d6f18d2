import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './grip.module.css';

interface Props {
  readonly label: string;
  /** The width that it changes, and its bounds, in pixels. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** The widest that there is room for at the moment. */
  readonly room: () => number;
  /** The side of the line on which the width is. */
  readonly side: 'left' | 'right';
  /** Whether Tab reaches it; without, its keys have to be offered elsewhere. */
  readonly isTabStop?: boolean;
  readonly className?: string | undefined;
  /** Shows a width that is being dragged; null: as it was before. */
  readonly onDrag: (width: number | null) => void;
  /** Sets a width; null: the default. */
  readonly onChoose: (width: number | null) => void;
}

/** How far an arrow key moves it, in pixels. */
export const gripStep = 16;

/** A line that is being dragged: where it was taken, and the width then and now. */
interface Drag {
  readonly x: number;
  readonly from: number;
  readonly most: number;
  readonly width: number;
}

/** A line between panes or columns, moved by the pointer or by arrow keys; a double click returns it to its place. */
export function Grip(props: Props) {
  const { label, value, min, max, room, side, isTabStop = true, className = '', onDrag, onChoose } = props;
  const drag = useRef<Drag | null>(null);
  const direction = side === 'left' ? 1 : -1;
  const most = (): number => Math.max(min, Math.min(max, room()));

  function begin({ button, currentTarget, pointerId, clientX }: PointerEvent<HTMLElement>): void {
    if (button !== 0) return;
    currentTarget.setPointerCapture(pointerId);
    drag.current = { x: clientX, from: value, most: most(), width: value };
  }

  function move({ clientX }: PointerEvent): void {
    if (drag.current === null) return;
    const { x, from, width: before } = drag.current;
    const width = between(min, from + direction * (clientX - x), drag.current.most);
    if (width === before) return;
    drag.current = { ...drag.current, width };
    onDrag(width);
  }

  function end(isKept: boolean): void {
    const done = drag.current;
    drag.current = null;
    if (done === null || done.width === done.from) return;
    if (isKept) onChoose(done.width);
    else onDrag(null);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: value - direction * gripStep,
      ArrowRight: value + direction * gripStep,
      Home: min,
      End: max,
    };
    const wanted = steps[event.key];
    if (event.key === 'Escape') end(false);
    if (wanted === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const width = between(min, wanted, most());
    if (width !== value) onChoose(width);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a line that can be moved is no <hr>.
    <div
      role="separator"
      tabIndex={isTabStop ? 0 : undefined}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      title={label}
      className={`${styles.grip} ${className}`}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={() => end(true)}
      onPointerCancel={() => end(false)}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onChoose(null)}
    />
  );
}

function between(least: number, width: number, most: number): number {
  return Math.round(Math.max(least, Math.min(width, most)));
}
