import { useMemo, useState } from 'react';
import { Button } from '../../components/buttons/button.tsx';
import { Spinner } from '../../components/display/spinner.tsx';
import { Dialog, DialogBody, DialogButtons } from '../../components/overlays/dialog.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { describeProblem } from '../../problems/problem-text.ts';
import { useAppState } from '../../state/app-state.ts';
import { closeDialog } from '../../state/view-state.ts';
import type { EndGroup } from '../end/end-batches.ts';
import lines from '../end/end-dialog.module.css';
import { EndDialog, type EndNotes } from '../end/end-dialog.tsx';
import styles from '../session/remote-sessions.module.css';
import { SessionLine } from '../session/session-line.tsx';
import { leftoverSessions, otherSessions } from '../session/session-list.ts';
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
import { useAllServerSessions } from './use-all-server-sessions.ts';

/** The user's own sessions on all servers, with ending them. */
export function AllServersDialog() {
  const t = useTranslate();
  const { servers: asked, busy, ask, stop } = useAllServerSessions();
  const servers = useMemo(() => deduplicate(asked), [asked]);
  const [ending, setEnding] = useState<{
    readonly groups: readonly EndGroup[];
    readonly notes: EndNotes;
  } | null>(null);
  const { responded, failed } = countProgress(servers);
  const progress = t('sessions:allServers.progress', { done: responded, count: servers.length });
  const count = (choice: SessionChoice) =>
    groupByServer(servers, choice).flatMap(({ sessions }) => sessions).length;
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

  return (
    <Dialog title={t('sessions:allServers.title')} onClose={closeDialog} width="broad">
      <DialogBody>
        <p className={styles.note}>{t('sessions:allServers.about')}</p>
        <div className={styles.counts}>
          <span role="status">
            {servers.length === 0 ? t('sessions:allServers.nobody') : progress}
            {failed === 0 ? '' : ` · ${t('sessions:allServers.failures', { count: failed })}`}
          </span>
          {busy ? <Spinner /> : null}
          {busy && servers.length > 0 ? (
            <Button variant="ghost" onPress={stop}>
              {t('sessions:allServers.stop')}
            </Button>
          ) : (
            <Button variant="ghost" onPress={ask}>
              {t('sessions:reload')}
            </Button>
          )}
        </div>
        <div className={styles.servers}>
          {servers.map((server) => (
            <Server key={server.profileId} server={server} busy={busy} />
          ))}
        </div>
      </DialogBody>
      <DialogButtons>
        <Button
          isDisabled={busy || count(leftoverSessions) === 0}
          onPress={() => end(leftoverSessions, { old: true })}
        >
          {t('sessions:allServers.old')}
        </Button>
        <Button
          isDisabled={busy || count(endable) === 0}
          onPress={() => end(endable, { more: <p key="all">{t('sessions:allServers.includingText')}</p> })}
        >
          {t('sessions:allServers.including')}
        </Button>
        <Button
          isDisabled={busy || count(otherSessions) === 0}
          onPress={() => end(otherSessions, { kept: true })}
        >
          {t('sessions:allServers.except')}
        </Button>
        <Button autoFocus variant="primary" onPress={closeDialog}>
          {t('window:close')}
        </Button>
      </DialogButtons>
      {ending === null ? null : (
        <EndDialog
          {...ending}
          onClose={(asked) => {
            setEnding(null);
            if (asked) ask();
          }}
        />
      )}
    </Dialog>
  );
}

function Server({ server, busy }: { readonly server: ServerSessions; readonly busy: boolean }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const { result, name, userName, listedElsewhere = 0 } = server;
  const page = result?.kind === 'page' ? result.page : null;
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
    <section className={styles.server}>
      <h3>
        {name} <span>{[userName, note()].filter(Boolean).join(' · ')}</span>
      </h3>
      {page === null || page.sessions.length === 0 ? null : (
        <ul className={lines.lines} aria-label={name}>
          {page.sessions.map((session) => (
            <li key={session.key}>
              <SessionLine session={session} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
