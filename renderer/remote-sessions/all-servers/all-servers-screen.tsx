import { type KeyboardEvent, useMemo, useState } from 'react';
import { describeProblem } from '../../../contract/i18n/problem-text.ts';
import { isInUse } from '../../../contract/sessions/remote-sessions.ts';
import { closeScreen } from '../../actions/show-in-list.ts';
import { Button } from '../../components/buttons/button.tsx';
import { Spinner } from '../../components/display/spinner.tsx';
import { Grid } from '../../components/grid/grid.tsx';
import { ScreenFrame } from '../../components/layout/screen-frame.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import type { EndGroup } from '../end/end-batches.ts';
import { EndDialog, type EndNotes } from '../end/end-dialog.tsx';
import { useSessionColumns } from '../session/session-columns.tsx';
import { leftoverSessions, mayEnd, otherSessions } from '../session/session-list.ts';
import {
  countProgress,
  countUntouched,
  deduplicate,
  endable,
  groupByServer,
  isPartial,
  type ServerSessions,
  type SessionChoice,
} from './all-servers.ts';
import styles from './all-servers-screen.module.css';
import { useAllServerSessions } from './use-all-server-sessions.ts';

/** The user's own sessions on all servers, by server, with ending them. */
export function AllServersScreen() {
  const t = useTranslate();
  const { servers: asked, busy, ask, stop } = useAllServerSessions();
  const servers = useMemo(() => deduplicate(asked), [asked]);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [ending, setEnding] = useState<{
    readonly groups: readonly EndGroup[];
    readonly notes: EndNotes;
  } | null>(null);
  const count = (choice: SessionChoice) => sessionsOf(groupByServer(servers, choice)).length;
  const end = (choice: SessionChoice, notes: EndNotes): void => {
    const untouched = countUntouched(servers, choice);
    const more = untouched === 0 ? null : t('sessions:allServers.unknownServers', { count: untouched });
    setEnding({
      groups: groupByServer(servers, choice),
      notes: {
        ...notes,
        partial: isPartial(servers),
        more: [notes.more, more && <p key="untouched">{more}</p>],
      },
    });
  };
  const chosen: SessionChoice = (sessions, rights) =>
    endable(sessions, rights).filter(({ identity }) => ticked.has(identity));
  const chosenCount = count(chosen);
  const endChosen = (): void => {
    const groups = groupByServer(servers, chosen);
    const kept = !sessionsOf(groups).some(({ mark }) => isInUse(mark));
    setEnding({ groups, notes: { kept } });
  };
  const onKeyDown = ({ key, target, currentTarget }: KeyboardEvent): void => {
    // A dialog over it is its child for React only.
    if (key === 'Escape' && currentTarget.contains(target as Node)) setTicked(new Set());
    const isLine = target instanceof Element && target.matches('[data-line]');
    if (key === 'Delete' && isLine && !busy && chosenCount > 0) endChosen();
  };

  return (
    <ScreenFrame
      title={t('sessions:allServers.title')}
      note={useProgress(servers)}
      backLabel={t('window:showServers')}
      onBack={closeScreen}
      isReady={servers.length > 0}
      actions={
        <>
          {busy ? <Spinner /> : null}
          {busy && servers.length > 0 ? (
            <Button onPress={stop}>{t('sessions:allServers.stop')}</Button>
          ) : (
            <Button onPress={ask}>{t('sessions:reload')}</Button>
          )}
        </>
      }
    >
      <p className={styles.about}>{t('sessions:allServers.about')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only keys of what is inside are heard. */}
      <div className={styles.grid} data-ticked={chosenCount > 0 || undefined} onKeyDown={onKeyDown}>
        <ServerGroups servers={servers} busy={busy} ticked={ticked} onTick={setTicked} />
      </div>
      <div className={styles.actions}>
        {chosenCount > 0 ? (
          <>
            <span role="status">{t('sessions:ticked', { count: chosenCount })}</span>
            <Button variant="ghost" onPress={() => setTicked(new Set())}>
              {t('sessions:clear')}
            </Button>
            <Button isDisabled={busy} onPress={endChosen}>
              {t('sessions:endTicked', { count: chosenCount })}
            </Button>
          </>
        ) : (
          <>
            <Button
              isDisabled={busy || count(leftoverSessions) === 0}
              onPress={() => end(leftoverSessions, { old: true })}
            >
              {t('sessions:allServers.old')}
            </Button>
            <Button
              isDisabled={busy || count(endable) === 0}
              onPress={() =>
                end(endable, { more: <p key="all">{t('sessions:allServers.includingText')}</p> })
              }
            >
              {t('sessions:allServers.including')}
            </Button>
            <Button
              isDisabled={busy || count(otherSessions) === 0}
              onPress={() => end(otherSessions, { kept: true })}
            >
              {t('sessions:allServers.except')}
            </Button>
          </>
        )}
      </div>
      {ending === null ? null : (
        <EndDialog
          {...ending}
          onClose={(asked) => {
            setEnding(null);
            if (!asked) return;
            setTicked(new Set());
            ask();
          }}
        />
      )}
    </ScreenFrame>
  );
}

const sessionsOf = (groups: readonly EndGroup[]) => groups.flatMap(({ sessions }) => sessions);

function useProgress(servers: readonly ServerSessions[]): string {
  const t = useTranslate();
  if (servers.length === 0) return '';
  const { responded, failed } = countProgress(servers);
  const progress = t('sessions:allServers.progress', { done: responded, count: servers.length });
  return failed === 0 ? progress : `${progress} · ${t('sessions:allServers.failures', { count: failed })}`;
}

interface GroupProps {
  readonly servers: readonly ServerSessions[];
  readonly busy: boolean;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

function ServerGroups({ servers, busy, ticked, onTick }: GroupProps) {
  const t = useTranslate();
  const groups = useMemo(
    () =>
      servers.map((server) => {
        const page = server.result?.kind === 'page' ? server.result.page : null;
        return {
          key: server.profileId,
          heading: <ServerHeading server={server} busy={busy} />,
          rows: (page?.sessions ?? []).map((session) => ({
            key: session.identity,
            item: session,
            canTick: page !== null && mayEnd(session, page.rights),
          })),
        };
      }),
    [servers, busy],
  );
  return (
    <Grid
      {...useSessionColumns()}
      label={t('sessions:allServers.title')}
      groups={groups}
      hasHead={false}
      ticks={{ ticked, onTick }}
      empty={busy ? '' : t('sessions:allServers.nobody')}
    />
  );
}

function ServerHeading({ server, busy }: { readonly server: ServerSessions; readonly busy: boolean }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const { result, name, userName, listedElsewhere = 0 } = server;
  const note = () => {
    if (result === null) return busy ? t('sessions:asking', { name }) : t('sessions:allServers.notAsked');
    if (result.kind === 'problem') {
      const why = describeProblem(t, result.problem, { name, userName, language, now: Date.now() }).title;
      return t('sessions:allServers.failed', { why });
    }
    if (result.page.rights.view === 'current') return t('sessions:allServers.onlyCurrent');
    if (result.page.more !== 'no') return t('sessions:cut');
    if (listedElsewhere > 0) return t('sessions:allServers.elsewhere', { count: listedElsewhere });
    return result.page.sessions.length === 0 ? t('sessions:allServers.none') : '';
  };
  return (
    <>
      <b className={styles.name}>{name}</b>
      <span className={styles.user}>{userName}</span>
      <span className={styles.note} title={note()}>
        {note()}
      </span>
    </>
  );
}
