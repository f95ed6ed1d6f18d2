import { useEffect, useRef, useState } from 'react';
import { Button } from '../components/buttons/button.tsx';
import { FilterField, maxItemsWithoutFilter } from '../components/forms/filter-field.tsx';
import lines from '../components/layout/line-list.module.css';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { countTags } from '../selection/count-tags.ts';
import { useAppState } from '../state/app-state.ts';
import { closeDialog } from '../state/view-state.ts';
import { type TagEdit, TagLine } from './tag-line.tsx';

/** All tags with the number of their servers; each can be renamed, merged with another one and removed. */
export function TagsDialog() {
  const t = useTranslate();
  const rows = useAppState((state) => state.rows);
  const language = useAppState((state) => state.language);
  const counts = countTags(rows, language);
  const [filter, setFilter] = useState('');
  const [edit, setEdit] = useState<{ readonly tag: string; readonly kind: TagEdit } | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const [leftAt, setLeftAt] = useState<string | null>(null);
  // The button that was pressed was replaced by a form, which is gone now too.
  useEffect(() => {
    if (leftAt === null) return;
    const lines = [...(list.current?.children ?? [])];
    const line = lines.find((one) => one instanceof HTMLElement && one.dataset.tag === leftAt) ?? lines[0];
    line?.querySelector('button')?.focus();
    setLeftAt(null);
  }, [leftAt]);

  const isFound = (tag: string): boolean => tag.toLowerCase().includes(filter.trim().toLowerCase());
  const shown = counts.filter(([tag]) => tag === edit?.tag || isFound(tag));
  const neighbor = (tag: string): string => {
    const place = shown.findIndex(([one]) => one === tag);
    return (shown[place + 1] ?? shown[place - 1])?.[0] ?? '';
  };
  return (
    <Dialog title={t('forms:tags.title')} onClose={closeDialog} width="medium">
      <DialogBody>
        {counts.length > maxItemsWithoutFilter ? (
          <FilterField label={t('forms:tags.search')} value={filter} onChange={setFilter} />
        ) : null}
        {counts.length === 0 ? <p>{t('forms:tags.none')}</p> : null}
        <ul ref={list} className={lines.list} aria-label={t('forms:tags.title')}>
          {shown.map(([tag, count]) => (
            <TagLine
              key={tag}
              tag={tag}
              count={count}
              counts={counts}
              edit={edit?.tag === tag ? edit.kind : null}
              onEdit={(kind) => setEdit({ tag, kind })}
              onEnd={(left) => {
                setEdit(null);
                setLeftAt(left ?? neighbor(tag));
              }}
            />
          ))}
        </ul>
      </DialogBody>
      <DialogButtons>
        <Button onPress={closeDialog}>{t('window:close')}</Button>
      </DialogButtons>
    </Dialog>
  );
}
