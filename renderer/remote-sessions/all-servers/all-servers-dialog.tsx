import { useMemo, useState } from 'react';
import { Button } from '../../components/buttons/button.tsx';
import { Spinner } from '../../components/display/spinner.tsx';
import { Dialog, DialogBody, DialogButtons } from '../../components/overlays/dialog.tsx';
import { useWords } from '../../i18n/translate.ts';
import { problemWords } from '../../problems/problem-text.ts';
import { useAppState } from '../../state/app-state.ts';
import { closeDialog } from '../../state/view-state.ts';
import type { EndGroup } from '../end/end-batches.ts';
import lines from '../end/end-dialog.module.css';
import { EndDialog, type EndNotes } from '../end/end-dialog.tsx';
import styles from '../session/remote-sessions.module.css';
import { SessionLine } from '../session/session-line.tsx';
import { oldOnes, othersOf } from '../session/session-list.ts';
import {
  type AskedServer,
  type Choice,
  endable,
  groupsOf,
  isPartial,
  onceEach,
  progressOf,
  untouchedBy,
} from './all-servers.ts';
import { useEverywhere } from './use-all-server-sessions.ts';

/** One's own sessions on all servers, and the end of those that are not wanted any more. */
export function EverywhereDialog() {
  const t = useWords();
  const { servers: asked, busy, ask, stop } = useEverywhere();
  const servers = useMemo(() => onceEach(asked), [asked]);
  const [ending, setEnding] = useState<{
    readonly groups: readonly EndGroup[];
    readonly notes: EndNotes;
  } | null>(null);
  const { responded, failed } = progressOf(servers);
  const progress = t('remote.everywhere.progress', { done: responded, count: servers.length });
  const count = (choice: Choice) => groupsOf(servers, choice).flatMap(({ sessions }) => sessions).length;
  const end = (choice: Choice, notes: EndNotes): void => {
    const untouched = untouchedBy(servers, choice);
    const more = untouched === 0 ? null : t('remote.everywhere.unknownServers', { count: untouched });
    setEnding({
      groups: groupsOf(servers, choice),
      notes: {
        ...notes,
        partial: isPartial(servers),
        more: [notes.more, more && <p key="untouched">{more}</p>],
      },
    });
  };

  return (
    <Dialog title={t('remote.everywhere.title')} onClose={closeDialog} width="broad">
      <DialogBody>
        <p className={styles.note}>{t('remote.everywhere.about')}</p>
        <div className={styles.counts}>
          <span role="status">
            {servers.length === 0 ? t('remote.everywhere.nobody') : progress}
            {failed === 0 ? '' : ` · ${t('remote.everywhere.failures', { count: failed })}`}
          </span>
          {busy ? <Spinner /> : null}
          {busy && servers.length > 0 ? (
            <Button loudness="plain" onPress={stop}>
              {t('remote.everywhere.stop')}
            </Button>
          ) : (
            <Button loudness="plain" onPress={ask}>
              {t('remote.reload')}
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
        <Button isDisabled={busy || count(oldOnes) === 0} onPress={() => end(oldOnes, { old: true })}>
          {t('remote.everywhere.old')}
        </Button>
        <Button
          isDisabled={busy || count(endable) === 0}
          onPress={() => end(endable, { more: <p key="all">{t('remote.everywhere.includingText')}</p> })}
        >
          {t('remote.everywhere.including')}
        </Button>
        <Button isDisabled={busy || count(othersOf) === 0} onPress={() => end(othersOf, { kept: true })}>
          {t('remote.everywhere.except')}
        </Button>
        <Button autoFocus loudness="primary" onPress={closeDialog}>
          {t('window.close')}
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

function Server({ server, busy }: { readonly server: AskedServer; readonly busy: boolean }) {
  const t = useWords();
  const language = useAppState((state) => state.language);
  const { said, name, userName, elsewhere = 0 } = server;
  const page = said?.kind === 'page' ? said.page : null;
  const note = () => {
    if (said === null) return busy ? t('remote.asking', { name }) : t('remote.everywhere.notAsked');
    if (said.kind === 'problem') {
      const why = problemWords(t, said.problem, { name, userName, language, now: Date.now() }).title;
      return t('remote.everywhere.failed', { why });
    }
    if (said.page.rights.view === 'current') return t('remote.everywhere.onlyCurrent');
    if (said.page.more !== 'no') return t('remote.cut');
    if (elsewhere > 0) return t('remote.everywhere.elsewhere', { count: elsewhere });
    return said.page.sessions.length === 0 ? t('remote.everywhere.none') : '';
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
