import type { ReactNode } from 'react';
import type { Translate } from '../../../contract/texts.ts';
import { Button } from '../../components/buttons/button.tsx';
import { Spinner } from '../../components/display/spinner.tsx';
import { Dialog, DialogBody, DialogButtons } from '../../components/overlays/dialog.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { distinctUsers } from '../session/session-list.ts';
import { countOutcomes, type EndGroup, type Outcomes } from './end-batches.ts';
import styles from './end-dialog.module.css';
import { EndGroupList } from './end-group-list.tsx';
import { useEndSessions } from './use-end-sessions.ts';

/** Notes to show with the sessions. */
export interface EndNotes {
  /** Whether they are orphaned sessions. */
  readonly old?: boolean;
  /** Whether sessions that this app uses are left out. */
  readonly kept?: boolean;
  /** Whether the server may have more sessions than the list. */
  readonly partial?: boolean;
  readonly more?: ReactNode;
}

interface Props {
  readonly groups: readonly EndGroup[];
  readonly notes: EndNotes;
  /** `asked`: whether any request was sent. */
  readonly onClose: (asked: boolean) => void;
}

/** Confirms ending sessions, ends them, and shows the result of each. */
export function EndDialog({ groups, notes, onClose }: Props) {
  const t = useTranslate();
  const { running, start, stop } = useEndSessions(groups);
  const sessions = groups.flatMap((group) => group.sessions);
  const outcomes = running.kind === 'confirm' ? null : running.outcomes;
  const isOver = running.kind === 'finished';
  const title = isOver ? t('sessions:end.results') : endTitle(t, groups, sessions.length);
  const close = () => {
    if (running.kind === 'running') stop();
    else onClose(isOver);
  };
  return (
    <Dialog title={title} onClose={close} width="large">
      <DialogBody>
        {isOver ? <Summary outcomes={running.outcomes} /> : null}
        {running.kind === 'confirm' ? <Consequences groups={groups} notes={notes} /> : null}
        {running.kind === 'running' ? (
          <p role="status" className={styles.progress}>
            <Spinner />
            {t('sessions:end.running', { done: running.outcomes.size, count: sessions.length })}
          </p>
        ) : null}
        {groups.map((group) => (
          <EndGroupList
            key={group.profileId}
            group={group}
            titled={groups.length > 1}
            outcomes={isOver ? outcomes : null}
          />
        ))}
      </DialogBody>
      <DialogButtons>
        {running.kind === 'running' ? <Button onPress={stop}>{t('sessions:end.stop')}</Button> : null}
        {running.kind === 'confirm' ? (
          <>
            <Button autoFocus onPress={() => onClose(false)}>
              {t('window:cancel')}
            </Button>
            <Button variant="danger" onPress={start}>
              {t('sessions:end.submit', { count: sessions.length })}
            </Button>
          </>
        ) : null}
        {isOver ? (
          <Button variant="primary" autoFocus onPress={() => onClose(true)}>
            {t('window:close')}
          </Button>
        ) : null}
      </DialogButtons>
    </Dialog>
  );
}

function endTitle(t: Translate, groups: readonly EndGroup[], count: number): string {
  const [first] = groups;
  if (groups.length === 1 && first !== undefined) return t('sessions:end.title', { count, name: first.name });
  const servers = new Set(groups.map(({ server }) => server)).size;
  if (servers === 1) return t('sessions:end.titleOneServer', { count });
  return t('sessions:end.titleMany', { count, servers });
}

function Consequences({ groups, notes }: Pick<Props, 'groups' | 'notes'>) {
  const t = useTranslate();
  const rows = useAppState((state) => state.rows);
  const sessions = groups.flatMap((group) => group.sessions);
  const own = groups.filter((group) => group.sessions.some(({ mark }) => mark === 'own'));
  const users = distinctUsers(sessions);
  const shown = users.length > 12 ? [...users.slice(0, 12), '…'] : users;
  const count = sessions.length;
  const isUnclear = sessions.some(({ mark }) => mark === 'unknown');
  const neighbours = sessions.filter(({ mark }) => mark === 'other-profile').length;
  return (
    <>
      <p>{t('sessions:end.users', { count: users.length, users: shown.join(', ') })}</p>
      {own.length === 0 ? null : (
        <p className={styles.warning} role="alert">
          {t('sessions:end.own', { count, names: own.map(({ name }) => name).join(', ') })}
        </p>
      )}
      {isUnclear ? (
        <p className={styles.warning} role="alert">
          {t('sessions:end.unknown', { count })}
        </p>
      ) : null}
      {neighbours > 0 && rows.length > 1 ? (
        <p className={styles.warning}>
          {count === 1
            ? t('sessions:end.otherProfileOnly')
            : t('sessions:end.otherProfiles', { count: neighbours })}
        </p>
      ) : null}
      <p>
        {t('sessions:end.text', { count })} {notes.kept ? t('sessions:end.kept') : null}{' '}
        {notes.partial ? t('sessions:end.loaded') : null}
      </p>
      {notes.old ? <p className={styles.note}>{t('sessions:end.old', { count })}</p> : null}
      {notes.more}
    </>
  );
}

function Summary({ outcomes }: { readonly outcomes: Outcomes }) {
  const t = useTranslate();
  const counts = countOutcomes(outcomes);
  const parts = (['ended', 'gone', 'left'] as const).filter((part) => counts[part] > 0);
  return (
    <p role="status" className={counts.left > 0 ? styles.warning : styles.note}>
      {parts.map((part) => t(`sessions:end.${part}`, { count: counts[part] })).join(' ')}
    </p>
  );
}
