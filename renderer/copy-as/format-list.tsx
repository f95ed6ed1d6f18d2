import Check from 'lucide-react/icons/check';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { CopyFormat } from '../../contract/core/copy-format.ts';
import { formatGroups } from '../../contract/core/format-groups.ts';
import { formatTitle } from '../i18n/format-names.ts';
import { useTranslate } from '../i18n/translate.ts';
import { appendKey, findTyped, type TypedText } from '../list/type-ahead.ts';
import { useAppState } from '../state/app-state.ts';
import styles from './copy-as.module.css';

interface Props {
  readonly active: CopyFormat;
  /** The format that is copied without asking for one. */
  readonly usual: CopyFormat;
  readonly onMove: (format: CopyFormat) => void;
  readonly onCopy: (format: CopyFormat) => void;
}

const optionId = (format: CopyFormat) => `format-${format}`;

/** The formats of a session; letters lead to the next one that begins with them. */
export function FormatList({ active, usual, onMove, onCopy }: Props) {
  const t = useTranslate();
  const templates = useAppState((state) => state.templates);
  const groups = formatGroups(templates);
  const all = groups.flatMap(({ formats }) => formats);
  const typed = useRef<TypedText | null>(null);

  useLayoutEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const place = all.indexOf(active);
    const places: Readonly<Record<string, number>> = {
      ...{ ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: all.length - 1 },
    };
    const next = places[event.key];
    if (next !== undefined) onMove(all[(next + all.length) % all.length] ?? active);
    // A held key must not act on what the first press has opened.
    else if (event.key === 'Enter') {
      if (!event.repeat) onCopy(active);
    } else {
      typed.current = appendKey(typed.current, event.key, event.timeStamp);
      if (typed.current === null) return;
      const titles = all.map((format) => formatTitle(t, format, templates));
      const found = findTyped(typed.current.text, titles, place);
      if (found !== null) onMove(all[found] ?? active);
    }
    event.preventDefault();
  };

  return (
    <div
      role="listbox"
      tabIndex={0}
      data-autofocus
      className={styles.list}
      aria-label={t('copying:title')}
      aria-activedescendant={optionId(active)}
      onKeyDown={onKeyDown}
    >
      {groups.map(({ group, formats }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options; a fieldset is for form fields.
        <div key={group} role="group" aria-labelledby={`formats-${group}`}>
          <div id={`formats-${group}`} className={styles.heading}>
            {t(`copying:groups.${group}`)}
          </div>
          {formats.map((format) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys.
            <div
              key={format}
              id={optionId(format)}
              role="option"
              tabIndex={-1}
              className={styles.option}
              aria-selected={format === active}
              onPointerMove={() => {
                if (format !== active) onMove(format);
              }}
              onClick={() => onCopy(format)}
            >
              <span className={styles.name}>{formatTitle(t, format, templates)}</span>
              {format === usual ? (
                <span className={styles.usual} title={t('copying:default')}>
                  <Check size={16} aria-hidden />
                  <span className="unseen">{t('copying:default')}</span>
                </span>
              ) : null}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
