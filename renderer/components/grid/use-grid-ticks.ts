import { type KeyboardEvent, useRef } from 'react';
import type { GridLines, GridRow } from './grid-lines.ts';
import { keyOfLine } from './use-grid-focus.ts';

/** Which rows are ticked, by their keys. */
export interface GridTicks {
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

/** How the rows of a grid are ticked by pointer and keys. */
interface GridTicking {
  /** Null if the row cannot be ticked. */
  readonly isTicked: (key: string) => boolean | null;
  /** Ticks a row or takes its tick away; with `toHere`, ticks all rows from the one pressed before. */
  readonly press: (key: string, toHere: boolean) => void;
  /** Space and Ctrl+A; false for other keys. */
  readonly handleKey: (event: KeyboardEvent) => boolean;
  /** Ticks the rows from the one on which Shift was first pressed to this one. */
  readonly extend: (from: string | null, to: string | null) => void;
}

/** The ticking of a grid's rows; null if they cannot be ticked. */
export function useGridTicks<Item>(
  ticks: GridTicks | undefined,
  { lines, indexes }: GridLines<Item>,
): GridTicking | null {
  const anchor = useRef<string | null>(null);
  if (ticks === undefined) return null;
  const { ticked, onTick } = ticks;
  const canTick = (row: GridRow<Item> | null | undefined): boolean =>
    row !== null && row !== undefined && row.canTick !== false;
  const rowOf = (key: string) => lines[indexes.get(key) ?? -1]?.row;
  const add = (from: number, to: number): void => {
    const between = lines.slice(Math.min(from, to), Math.max(from, to) + 1);
    onTick(new Set([...ticked, ...between.filter(({ row }) => canTick(row)).map(({ key }) => key)]));
  };
  const extend = (from: string | null, to: string | null): void => {
    anchor.current ??= from;
    const [start, end] = [anchor.current, to].map((key) => (key === null ? undefined : indexes.get(key)));
    if (start !== undefined && end !== undefined) add(start, end);
  };
  const press = (key: string, toHere: boolean): void => {
    if (toHere) {
      extend(key, key);
      return;
    }
    anchor.current = key;
    const next = new Set(ticked);
    if (!next.delete(key) && canTick(rowOf(key))) next.add(key);
    onTick(next);
  };
  const handleKey = ({ key, code, ctrlKey, metaKey, target }: KeyboardEvent): boolean => {
    const line = keyOfLine(target);
    if (line === null) return false;
    // By the physical key, since other layouts have another letter there.
    if ((ctrlKey || metaKey) && code === 'KeyA') add(0, lines.length - 1);
    else if (key === ' ' && target === (target as Element).closest('[data-line]')) press(line, false);
    else return false;
    return true;
  };
  return { isTicked: (key) => (canTick(rowOf(key)) ? ticked.has(key) : null), press, handleKey, extend };
}
