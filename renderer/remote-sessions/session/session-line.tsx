import { isInUse, type RemoteSession } from '../../../contract/sessions/remote-sessions.ts';
import { useWords } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import styles from './session-line.module.css';
import { sessionWords } from './session-text.ts';

/** One session on a server: its device, whose it is, and since when. */
export function SessionLine({
  session,
  outcome,
}: {
  readonly session: RemoteSession;
  readonly outcome?: string;
}) {
  const t = useWords();
  const language = useAppState((state) => state.language);
  const words = sessionWords(t, session, language, Date.now());
  return (
    <div className={styles.line}>
      <div className={styles.what}>
        <span className={styles.name}>{words.device}</span>
        <span className={styles.place}>
          {words.mark === '' ? null : (
            <span className={styles.mark} data-used={isInUse(session.mark) || undefined}>
              {words.mark}
            </span>
          )}
          <span className={styles.second}>{words.place}</span>
        </span>
      </div>
      <div className={styles.user}>{words.user}</div>
      <div className={styles.time}>
        <span>{words.since}</span>
        <span className={styles.second}>{words.seen}</span>
      </div>
      <div className={styles.state} data-bad={session.status === 'blocked' || undefined}>
        {outcome ?? words.state}
      </div>
    </div>
  );
}
