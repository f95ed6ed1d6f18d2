import type { ProfileId } from '../../contract/profiles/profile.ts';
import { translateNow } from '../i18n/translate.ts';
import { shownGroups, shownIds } from '../list/list-order.ts';
import { topOf, topWithHeading } from '../list/row-places.ts';
import { placesNow } from '../list/scroll-to-row.ts';
import { tickedIds } from '../list/tick-rows.ts';
import { getRow } from '../state/app-state.ts';
import styles from './drag-rows.module.css';
import { type MoveRoom, moveToGap, roomAround, showMoveHint, whyNotMovable, wouldMove } from './move-rows.ts';

/** Where a pointer is, in pixels of the window. */
interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** The rows that are being dragged, and where they can go. */
interface Dragged {
  readonly list: HTMLElement;
  readonly profileIds: readonly ProfileId[];
  readonly room: MoveRoom;
}

/** So near to an edge of the list, in pixels, it scrolls; each frame by a part of how much nearer the pointer is. */
const edge = 40;
const scrolledPart = 0.3;

/**
 * Moves a row with the pointer that pressed it, and with it the other ticked ones if it is ticked. The list has captured
 * the pointer. Esc, or releasing it beside the list, leaves everything as it was.
 */
export function dragRows(list: HTMLElement, pressed: ProfileId, pointerId: number, start: Point): void {
  const ticked = tickedIds();
  const profileIds = ticked.includes(pressed) ? ticked : [pressed];
  const dragged: Dragged = { list, profileIds, room: roomAround(shownIds().indexOf(pressed)) };
  const marks = appendMarks(profileIds);
  const listening = new AbortController();
  let at = start;
  let frame = 0;

  const end = (): void => {
    listening.abort();
    cancelAnimationFrame(frame);
    marks.all.remove();
    delete list.dataset.dragging;
    if (list.hasPointerCapture(pointerId)) list.releasePointerCapture(pointerId);
  };
  const follow = (): void => {
    frame = requestAnimationFrame(follow);
    const gap = gapAt(dragged, at);
    const isElsewhere = typeof gap === 'number' && wouldMove(profileIds, gap, dragged.room);
    const hint = isElsewhere ? whyNotMovable() : null;
    if (hint !== null) {
      end();
      showMoveHint(pressed, hint);
      return;
    }
    scrollAtEdge(list, at);
    list.dataset.dragging = typeof gap === 'number' ? 'here' : 'nowhere';
    placeMarks(marks, dragged, at, isElsewhere ? gap : null);
  };
  const drop = (event: PointerEvent): void => {
    const gap = gapAt(dragged, event);
    end();
    if (gap === 'other-group') showMoveHint(pressed, 'order-in-group');
    else if (gap !== 'beside' && whyNotMovable() === null) void moveToGap(profileIds, gap, dragged.room);
  };
  const { signal } = listening;
  list.addEventListener('pointermove', (event) => (at = event), { signal });
  list.addEventListener('pointerup', drop, { signal });
  list.addEventListener('lostpointercapture', end, { signal });
  window.addEventListener('blur', end, { signal });
  const onKeyDown = (event: KeyboardEvent): void => {
    event.preventDefault();
    if (event.key === 'Escape') end();
  };
  window.addEventListener('keydown', onKeyDown, { signal, capture: true });
  follow();
}

/** The gap at a point: the index of the row below it. Or that the rows cannot go there. */
function gapAt(
  { list, room: { start, end } }: Dragged,
  { clientX, clientY }: Point,
): number | 'beside' | 'other-group' {
  const { left, right, top, height } = list.getBoundingClientRect();
  if (clientX < left || clientX > right) return 'beside';
  const places = placesNow();
  const y = list.scrollTop + Math.max(0, Math.min(clientY - top, height));
  const first = topOf(places, start);
  const isAbove = y < topWithHeading(places, start);
  const isBelow = end < places.count && y > first + (end - start) * places.rowHeight;
  if (shownGroups().length > 0 && (isAbove || isBelow)) return 'other-group';
  const rows = Math.round((y - first) / places.rowHeight);
  return start + Math.max(0, Math.min(rows, end - start));
}

function scrollAtEdge(list: HTMLElement, { clientX, clientY }: Point): void {
  const { left, right, top, bottom } = list.getBoundingClientRect();
  if (clientX < left || clientX > right) return;
  const [above, below] = [top + edge - clientY, clientY - (bottom - edge)];
  if (above > 0) list.scrollTop -= Math.ceil(Math.min(above, 2 * edge) * scrolledPart);
  else if (below > 0) list.scrollTop += Math.ceil(Math.min(below, 2 * edge) * scrolledPart);
}

/** What is drawn while rows are dragged: a line where they would go, and what they are. */
interface Marks {
  readonly all: HTMLElement;
  readonly line: HTMLElement;
  readonly name: HTMLElement;
}

function appendMarks(profileIds: readonly ProfileId[]): Marks {
  const [all, line, name] = [mark('dragged'), mark('line'), mark('name')];
  const [first] = profileIds;
  const count = profileIds.length;
  const one = first === undefined ? '' : (getRow(first)?.profile.name ?? '');
  name.textContent = count === 1 ? one : translateNow('servers:servers', { count });
  // Keys are for nothing else meanwhile.
  all.dataset.dragged = '';
  all.ariaHidden = 'true';
  all.append(line, name);
  document.body.append(all);
  return { all, line, name };
}

function mark(style: 'dragged' | 'line' | 'name'): HTMLElement {
  const element = document.createElement('div');
  element.className = styles[style] ?? '';
  return element;
}

function placeMarks(
  { line, name }: Marks,
  { list, room: { start } }: Dragged,
  { clientX, clientY }: Point,
  gap: number | null,
): void {
  Object.assign(name.style, { left: `${clientX + 14}px`, top: `${clientY + 10}px` });
  line.hidden = gap === null;
  if (gap === null) return;
  const { left, top, height } = list.getBoundingClientRect();
  const places = placesNow();
  const below = gap === start ? topOf(places, gap) : topOf(places, gap - 1) + places.rowHeight;
  const y = Math.max(1, Math.min(below - list.scrollTop, height - 1));
  Object.assign(line.style, { left: `${left}px`, width: `${list.clientWidth}px`, top: `${top + y}px` });
}
