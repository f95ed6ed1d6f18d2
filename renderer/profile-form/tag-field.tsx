// biome-ignore-all lint/a11y/useKeyWithClickEvents: the field handles the keys, as it has the focus.
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import { TextField } from '../components/forms/text-field.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import styles from './tag-field.module.css';
import { knownTags, tagSuggestions, withTag } from './tag-suggestions.ts';

interface Props {
  readonly tags: readonly string[];
  readonly problem: string | undefined;
}

/** The tags of a profile, separated by commas; suggests those of other servers while one is typed. */
export function TagField({ tags, problem }: Props) {
  const t = useTranslate();
  const id = useId();
  const rows = useAppState((state) => state.rows);
  const known = useMemo(() => knownTags(rows), [rows]);
  const input = useRef<HTMLInputElement>(null);
  const [suggestions, setSuggestions] = useState<readonly string[]>([]);
  const [active, setActive] = useState(-1);

  const suggest = (found: readonly string[]): void => {
    setSuggestions(found);
    setActive(-1);
  };
  const choose = (tag: string): void => {
    const field = input.current;
    if (field === null) return;
    field.value = withTag(field.value, tag);
    suggest([]);
  };

  function onKeyDown(event: KeyboardEvent): void {
    const count = suggestions.length;
    if (count === 0 || event.nativeEvent.isComposing) return;
    const chosen = suggestions[active];
    if (event.key === 'ArrowDown') setActive((active + 1) % count);
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? count - 1 : active - 1);
    else if (event.key === 'Enter' && chosen !== undefined) choose(chosen);
    else if (event.key === 'Escape') {
      // The next one closes the dialog.
      event.stopPropagation();
      suggest([]);
    } else return;
    event.preventDefault();
  }

  return (
    <div className={styles.field}>
      <TextField
        name="tags"
        label={t('forms:add.tags')}
        hint={t('forms:add.tagsHint')}
        defaultValue={tags.join(', ')}
        problem={problem}
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={suggestions.length > 0}
        aria-controls={`${id}list`}
        aria-activedescendant={active < 0 ? undefined : `${id}${active}`}
        onFocus={(event) => {
          input.current = event.currentTarget;
        }}
        onInput={(event) => suggest(tagSuggestions(event.currentTarget.value, known))}
        onKeyDown={onKeyDown}
        onBlur={() => suggest([])}
      />
      <Suggestions id={id} suggestions={suggestions} active={active} onChoose={choose} />
    </div>
  );
}

interface ListProps {
  readonly id: string;
  readonly suggestions: readonly string[];
  readonly active: number;
  readonly onChoose: (tag: string) => void;
}

function Suggestions({ id, suggestions, active, onChoose }: ListProps) {
  const t = useTranslate();
  const list = useRef<HTMLDivElement>(null);
  useShown(list, suggestions.length > 0);
  return (
    // Above the dialog, which would cut it off.
    <div
      ref={list}
      id={`${id}list`}
      popover="manual"
      role="listbox"
      aria-label={t('forms:add.knownTags')}
      className={styles.list}
    >
      {suggestions.map((tag, index) => (
        <div
          key={tag}
          id={`${id}${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles.option}
          // The focus stays in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(tag)}
        >
          {tag}
        </div>
      ))}
    </div>
  );
}

function useShown(list: RefObject<HTMLDivElement | null>, isShown: boolean): void {
  useEffect(() => {
    const shown = list.current;
    if (!isShown || shown === null) return;
    const place = () => placeAtField(shown);
    shown.showPopover();
    place();
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
      shown.hidePopover();
    };
  }, [list, isShown]);
}

/** Between the list and its field, in px. */
const gap = 4;

/**
 * Places the list below its field, or above it where there is no room below; hidden while the field is out of sight.
 *
 * Not by CSS anchors: scrolling one crashes the page in Electron 33 (Chromium 130).
 */
function placeAtField(list: HTMLElement): void {
  const field = list.parentElement?.querySelector('input');
  if (!field) return;
  const { top, bottom, left, width } = field.getBoundingClientRect();
  const hasRoomBelow = bottom + gap + list.offsetHeight <= innerHeight;
  Object.assign(list.style, {
    top: `${hasRoomBelow ? bottom + gap : top - gap - list.offsetHeight}px`,
    left: `${left}px`,
    width: `${width}px`,
    visibility: isInSight(field) ? 'visible' : 'hidden',
  });
}

/** Whether the middle of an element is not scrolled out of the areas that it is in. */
function isInSight(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const middle = (top + bottom) / 2;
  for (let area = element.parentElement; area !== null; area = area.parentElement) {
    const shown = area.getBoundingClientRect();
    const clips = getComputedStyle(area).overflowY !== 'visible';
    if (clips && (middle < shown.top || middle > shown.bottom)) return false;
  }
  return true;
}
