import { isInUse, type RemoteSession } from '../../../contract/sessions/remote-sessions.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import styles from './session-line.module.css';
import { describeSession } from './session-text.ts';

/** A session in one line: device, owner, and start. */
export function SessionLine({
  session,
  outcome,
}: {
  readonly session: RemoteSession;
  readonly outcome?: string;
}) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const text = describeSession(t, session, language, Date.now());
  return (
    <div className={styles.line}>
      <div className={styles.what}>
        <span className={styles.name}>{text.device}</span>
        <span className={styles.place}>
          {text.mark === '' ? null : (
            <span className={styles.mark} data-used={isInUse(session.mark) || undefined}>
              {text.mark}
            </span>
          )}
          <span className={styles.second}>{text.place}</span>
        </span>
      </div>
      <div className={styles.user}>{text.user}</div>
      <div className={styles.time}>
        <span>{text.since}</span>
        <span className={styles.second}>{text.seen}</span>
      </div>
      <div className={styles.state} data-bad={session.status === 'blocked' || undefined}>
        {outcome ?? text.state}
      </div>
    </div>
  );
}
