import { useEffect, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import { addressText } from '../../contract/profiles/profile.ts';
import { isInUse, type RemoteSession, type SessionFilter } from '../../contract/sessions/remote-sessions.ts';
import type { Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { BlockDialog } from './blocked/block-dialog.tsx';
import { EndDialog, type EndNotes } from './end/end-dialog.tsx';
import styles from './session/remote-sessions.module.css';
import {
  leftoverSessions,
  otherSessions,
  type SessionView,
  shortDeviceId,
  shownSessions,
} from './session/session-list.ts';
import { SessionActions } from './session-actions-bar.tsx';
import { SessionFilters } from './session-filters.tsx';
import { SessionGrid } from './session-grid.tsx';
import { useSessions } from './use-sessions.ts';

type Open =
  | {
      readonly kind: 'end';
      readonly listId: number;
      readonly sessions: readonly RemoteSession[];
      readonly notes: EndNotes;
    }
  | { readonly kind: 'block'; readonly session: RemoteSession };

/** The sessions that the account may see, with its actions. */
export function SessionsTab({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const { id: profileId, name, userName, address } = row.profile;
  const [filter, setFilter] = useState<SessionFilter>({ whose: 'mine', status: null, activeOnly: true });
  const [view, setView] = useState<SessionView>({ search: '', oursOnly: false, sort: 'created' });
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [open, setOpen] = useState<Open | null>(null);
  const [told, setTold] = useState<{ readonly note?: string; readonly problem?: Problem }>({});
  const [sweeping, setSweeping] = useState(false);
  const { page, busy, problem, reload, loadMore } = useSessions(profileId, filter);
  const listId = page?.listId ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a key means nothing in another list.
  useEffect(() => setSelected(new Set()), [listId]);

  const shown = page === null ? [] : shownSessions(page.sessions, view);
  const chosen = shown.filter(({ key }) => selected.has(key));
  const partial = page !== null && page.more !== 'no';

  const end = (sessions: readonly RemoteSession[], notes: EndNotes): void => {
    if (page !== null) setOpen({ kind: 'end', listId: page.listId, sessions, notes });
  };

  async function sweep(): Promise<void> {
    setTold({});
    const mine = { whose: 'mine', status: null, activeOnly: false } as const;
    setSweeping(true);
    const answer = await bridge.listSessions({ profileId, filter: mine, whole: true });
    setSweeping(false);
    if (!answer.ok) return setTold({ problem: answer.problem });
    const { sessions, rights, listId, more } = answer.value;
    const old = leftoverSessions(sessions, rights);
    if (old.length === 0) return setTold({ note: t('sessions:oldNoneText', { name }) });
    setOpen({ kind: 'end', listId, sessions: old, notes: { old: true, partial: more !== 'no' } });
  }

  const shownProblem = problem ?? told.problem ?? null;
  return (
    <div className={styles.tab}>
      {shownProblem === null ? null : (
        <ProblemBox problem={shownProblem} name={name} userName={userName} session={row.session} />
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
          <SessionFilters
            filter={filter}
            view={view}
            rights={page.rights}
            change={(part) => setFilter({ ...filter, ...part })}
            look={(part) => setView({ ...view, ...part })}
          />
          <SessionGrid sessions={shown} selected={selected} onSelect={setSelected} />
        </>
      )}
      <SessionActions
        page={page}
        busy={busy}
        sweeping={sweeping}
        shown={shown.length}
        others={page === null ? 0 : otherSessions(shown, page.rights).length}
        chosen={chosen}
        note={told.note ?? ''}
        onReload={reload}
        onMore={loadMore}
        onEnd={() => end(chosen, { kept: !chosen.some(({ mark }) => isInUse(mark)) })}
        onEndOthers={() => page !== null && end(otherSessions(shown, page.rights), { kept: true, partial })}
        onSweep={() => void sweep()}
        onBlock={() => chosen[0] !== undefined && setOpen({ kind: 'block', session: chosen[0] })}
      />
      {open?.kind === 'end' ? (
        <EndDialog
          groups={[
            {
              profileId,
              server: addressText(address),
              name,
              userName,
              listId: open.listId,
              sessions: open.sessions,
            },
          ]}
          notes={open.notes}
          onClose={(asked) => {
            setOpen(null);
            if (asked) reload();
          }}
        />
      ) : null}
      {open?.kind === 'block' && page !== null ? (
        <BlockDialog
          title={t('sessions:blocking.title', { name })}
          device={[open.session.device, shortDeviceId(open.session.deviceId), open.session.userName]
            .filter(Boolean)
            .join(' · ')}
          row={row}
          send={(reason, until) =>
            bridge.blockDevice({ profileId, listId: page.listId, key: open.session.key, reason, until })
          }
          onClose={(sent) => {
            setOpen(null);
            if (!sent) return;
            setTold({ note: t('sessions:blocking.done') });
            reload();
          }}
        />
      ) : null}
    </div>
  );
}
