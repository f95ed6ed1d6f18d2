import { type KeyboardEvent, type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Viewport } from '../hooks/use-viewport.ts';
import { lineForKey } from './grid-keys.ts';
import { type GridLines, headingHeight } from './grid-lines.ts';
import { isPartlyShown, offsetToShow } from './grid-places.ts';

/** What follows the focus of a grid. */
interface GridFocusOptions {
  /** Height of the headings of the columns, in pixels. */
  readonly head: number;
  /** The line that something else has selected; it is the tab stop, and scrolled into view. */
  readonly selectedKey: string | null;
  readonly onFocus: (key: string) => void;
  readonly onUnfold: ((key: string, isOpen: boolean) => void) | undefined;
}

/** The focus of a grid: one line is the tab stop, and keys move on from it. */
interface GridFocus {
  /** The index of the tab stop. */
  readonly active: number;
  /** Records the line that got the focus. */
  readonly follow: (key: string | null) => void;
  /** Moves the focus by a key; false for other keys. */
  readonly handleKey: (event: KeyboardEvent) => boolean;
}

/** The key of the line that contains an element, or null. */
export function keyOfLine(target: EventTarget | null): string | null {
  return target instanceof Element
    ? (target.closest('[data-line]')?.getAttribute('data-line') ?? null)
    : null;
}

/** Moves the focus through the lines of a grid, whether they are rendered or not. */
export function useGridFocus<Item>(
  frame: RefObject<HTMLElement | null>,
  { lines, spans, indexes, places }: GridLines<Item>,
  { head, selectedKey, onFocus, onUnfold }: GridFocusOptions,
): GridFocus {
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  const active = indexes.get(selectedKey ?? focusedKey ?? '') ?? 0;

  const viewport = (): Viewport => ({
    top: frame.current?.scrollTop ?? 0,
    height: (frame.current?.clientHeight ?? 0) - head,
  });
  const show = (index: number): void => {
    const isUnderHeading = spans.some(
      ({ first, end, hasHeading }) => hasHeading && index > first && index < end,
    );
    const offset = offsetToShow(places, index, viewport(), isUnderHeading ? headingHeight : 0);
    if (offset !== null && frame.current !== null) frame.current.scrollTop = offset;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another selection scrolls.
  useLayoutEffect(() => {
    const index = selectedKey === null ? undefined : indexes.get(selectedKey);
    // A row that is partly visible must not move while it is being clicked.
    if (index !== undefined && !isPartlyShown(places, index, viewport())) show(index);
  }, [selectedKey]);

  const focusLine = (index: number): void => {
    const key = lines[index]?.key;
    if (key === undefined) return;
    // The tab stop is always rendered, whatever the scroll position.
    flushSync(() => {
      setFocusedKey(key);
      if (selectedKey !== null) onFocus(key);
    });
    show(index);
    frame.current
      ?.querySelector<HTMLElement>(`[data-line="${CSS.escape(key)}"]`)
      ?.focus({ preventScroll: true });
  };
  const moveInHead = (heading: HTMLElement, key: string): boolean => {
    const headings = [...(heading.parentElement?.querySelectorAll<HTMLElement>('[tabindex]') ?? [])];
    const here = headings.indexOf(heading);
    const moves: Readonly<Record<string, number>> = {
      ...{ ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: headings.length - 1 },
    };
    const next = moves[key];
    if (next !== undefined) headings[next]?.focus();
    else if (key === 'ArrowDown') focusLine(active);
    else return false;
    return true;
  };
  const moveSideways = (target: HTMLElement, line: string, step: 1 | -1): boolean => {
    const row = target.closest<HTMLElement>('[data-line]');
    if (row === null) return false;
    const isOpen = lines[indexes.get(line) ?? -1]?.row?.isOpen;
    if (target === row && isOpen === step < 0 && onUnfold !== undefined) {
      onUnfold(line, step > 0);
      return true;
    }
    const stops = [row, ...row.querySelectorAll<HTMLElement>('button:enabled')];
    const next = stops[stops.indexOf(target) + step];
    next?.focus();
    return next !== undefined;
  };

  return {
    active,
    follow: (key) => {
      if (key === null) return;
      setFocusedKey(key);
      onFocus(key);
    },
    handleKey: ({ key, target }) => {
      if (!(target instanceof HTMLElement)) return false;
      const heading = target.closest<HTMLElement>('[role="columnheader"]');
      if (heading !== null) return moveInHead(heading, key);
      const line = keyOfLine(target);
      const from = line === null ? undefined : indexes.get(line);
      if (line === null || from === undefined) return false;
      if (key === 'ArrowLeft' || key === 'ArrowRight')
        return moveSideways(target, line, key === 'ArrowRight' ? 1 : -1);
      const to = lineForKey(key, places, from, viewport().height);
      if (to === null) return false;
      if (to === 'head') frame.current?.querySelector<HTMLElement>('[data-column][tabindex]')?.focus();
      else focusLine(to);
      return true;
    },
  };
}
