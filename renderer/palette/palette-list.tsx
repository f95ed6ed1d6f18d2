import type { ReactNode } from 'react';
import { useTranslate } from '../i18n/translate.ts';
import { getRow } from '../state/app-state.ts';
import { useViewState } from '../state/view-state.ts';
import styles from './palette-dialog.module.css';
import type { PaletteSection, PaletteTarget } from './palette-items.ts';
import { PaletteOption } from './palette-option.tsx';

interface Props {
  readonly id: string;
  readonly optionId: (index: number) => string;
  readonly sections: readonly PaletteSection[];
  /** The place of the entry that Enter runs, counted through all sections. */
  readonly active: number;
  /** What was typed, to mark it in servers. */
  readonly search: string;
  readonly onMove: (index: number) => void;
  readonly onRun: (target: PaletteTarget) => void;
}

/** The entries of the palette under their headings. The focus stays in the search field. */
export function PaletteList({ id, optionId, sections, active, search, onMove, onRun }: Props) {
  const t = useTranslate();
  const count = useViewState(({ ticks }) => ticks.ids.size);
  let first = 0;
  const groups: ReactNode[] = sections.map((section) => {
    const start = first;
    first += section.items.length;
    const headingId = `${id}-${section.kind}`;
    return (
      // biome-ignore lint/a11y/useSemanticElements: a group of options; a fieldset is for form fields.
      <div key={section.kind} role="group" aria-labelledby={headingId}>
        <div id={headingId} className={styles.heading}>
          {section.kind === 'onServer' ? (
            <OnServer section={section} />
          ) : (
            t(`commands:sections.${section.kind}`, { count })
          )}
        </div>
        {section.items.map((item, place) => (
          <PaletteOption
            key={optionId(start + place)}
            id={optionId(start + place)}
            item={item}
            search={search}
            isActive={start + place === active}
            onMove={() => onMove(start + place)}
            onRun={() => onRun(item.target)}
          />
        ))}
      </div>
    );
  });
  return (
    <div id={id} role="listbox" aria-label={t('commands:title')} className={styles.list}>
      {groups}
    </div>
  );
}

function OnServer({ section }: { readonly section: PaletteSection }) {
  const t = useTranslate();
  const [item] = section.items;
  const row = item !== undefined && 'profileId' in item.target ? getRow(item.target.profileId) : undefined;
  const { name = '', userName = '' } = row?.profile ?? {};
  return t('commands:sections.onServer', { server: `${name}, ${userName}` });
}
