// biome-ignore-all lint/a11y/useFocusableInteractive: the rows are focusable, not their group.
// biome-ignore-all lint/a11y/useSemanticElements: table rows cannot be positioned individually.

import type { ReactNode } from 'react';
import type { Grouping } from '../../contract/layout.ts';
import type { ListGroup } from '../../contract/list-outline.ts';

import type { Environment } from '../../contract/profiles/profile.ts';
import type { Translate } from '../../contract/texts.ts';
import { useLayout } from '../frame/window-layout.ts';
import { useTranslate } from '../i18n/translate.ts';
import { headingHeight, type RowPlaces, topWithHeading } from '../list/row-places.ts';
import styles from './server-list.module.css';

interface Props {
  /** The indexes of the rows to render. */
  readonly indexes: readonly number[];
  readonly places: RowPlaces;
  readonly row: (index: number) => ReactNode;
}

/** The rows of the list, in groups under headings if it is grouped. */
export function GroupedRows({ indexes, places, row }: Props) {
  const t = useTranslate();
  const grouping = useLayout('groupBy');
  if (places.groups.length === 0) return <>{indexes.map(row)}</>;
  return (
    <>
      {places.groups.map((group) => {
        const inside = indexes.filter((index) => index >= group.first && index < group.first + group.count);
        return inside.length === 0 ? null : (
          <div
            key={group.key}
            role="rowgroup"
            aria-label={nameOf(t, group, grouping)}
            className={styles.contents}
          >
            <div
              aria-hidden
              className={styles.group}
              style={{ top: topWithHeading(places, group.first), height: headingHeight }}
            >
              <span>{nameOf(t, group, grouping)}</span>
              <span>{group.count}</span>
            </div>
            {inside.map(row)}
          </div>
        );
      })}
    </>
  );
}

function nameOf(t: Translate, { key }: ListGroup, grouping: Grouping): string {
  if (grouping === 'tag') return key === '' ? t('servers:group.noTag') : key;
  return key === 'none' ? t('servers:group.noEnvironment') : t(`window:environment.${key as Environment}`);
}
