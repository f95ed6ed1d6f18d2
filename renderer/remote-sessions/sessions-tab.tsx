import { useEffect, useRef } from 'react';
import type { Row } from '../../contract/state.ts';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import styles from './session/remote-sessions.module.css';
import { whyNot } from './session-footer.tsx';
import { SessionGrid } from './session-grid.tsx';
import { SessionToolbar } from './session-toolbar.tsx';
import type { SessionList } from './use-session-list.ts';

interface Props {
  readonly row: Row;
  readonly list: SessionList;
  /** Whether it stands in a dialog, which a window can take the place of. */
  readonly isDialog: boolean;
}

/** The sessions that the account may see; what can be done with them stands in the footer. */
export function SessionsTab({ row, list, isDialog }: Props) {
  const t = useTranslate();
  const { name, userName } = row.profile;
  const { page, busy, problem, outcome, ticked } = list;
  const tab = useRef<HTMLDivElement>(null);
  const isLoaded = page !== null;
  useEffect(() => {
    // A dialog takes the focus first; a person may have gone on meanwhile.
    const frame = requestAnimationFrame(() => {
      if (isLoaded && document.activeElement?.matches('body, [role="tab"], [role="dialog"]'))
        tab.current?.querySelector<HTMLElement>('[data-line][tabindex="0"]')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [isLoaded]);
  const why = page === null ? '' : whyNot(t, page, ticked);
  return (
    <div ref={tab} className={styles.tab}>
      {problem === null ? null : (
        <ProblemBox problem={problem} name={name} userName={userName} session={row.session} />
      )}
      {page === null ? (
        <p role="status" className={styles.note}>
          {busy ? t('sessions:asking', { name }) : ''}
        </p>
      ) : (
        <>
          <p className={styles.note}>
            {t(`sessions:reach.${page.rights.view}`)} {t('sessions:offline')}
          </p>
          <SessionToolbar list={list} rights={page.rights} windowOf={isDialog ? row.profile.id : null} />
          <SessionGrid list={list} />
          {why === '' ? null : <p className={styles.note}>{why}</p>}
          {outcome === null ? null : (
            <p className={styles.note} role="status">
              {outcome === 'blocked' ? t('sessions:blocking.done') : t('sessions:oldNoneText', { name })}
            </p>
          )}
        </>
      )}
    </div>
  );
}
