import { describeProblem } from '../../../contract/i18n/problem-text.ts';
import type { RemoteSession } from '../../../contract/sessions/remote-sessions.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { SessionLine } from '../session/session-line.tsx';
import { type EndGroup, type Outcomes, outcomeKey } from './end-batches.ts';
import styles from './end-dialog.module.css';

/** Maximum number of lines shown. */
const maxLines = 200;

interface Props {
  readonly group: EndGroup;
  /** Whether the name of the server is shown above. */
  readonly titled: boolean;
  /** Null until there are any. */
  readonly outcomes: Outcomes | null;
}

/** The sessions of one server that are to be ended, or their results. */
export function EndGroupList({ group, titled, outcomes }: Props) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const { name, userName, sessions, profileId } = group;
  const where = { name, userName, language, now: Date.now() };
  const outcomeOf = (session: RemoteSession) => outcomes?.get(outcomeKey(profileId, session.key));
  // Failures first, since they need attention.
  const isGood = (session: RemoteSession) => ['ended', 'gone'].includes(outcomeOf(session)?.what ?? '');
  const ordered = outcomes === null ? sessions : sessions.toSorted((a, b) => +isGood(a) - +isGood(b));
  const rest = sessions.length - maxLines;
  return (
    <section className={styles.group}>
      {titled ? <h3 className={styles.server}>{name}</h3> : null}
      <ul className={styles.lines} aria-label={titled ? name : t('sessions:list')}>
        {ordered.slice(0, maxLines).map((session) => {
          const outcome = outcomeOf(session);
          const problem = outcome?.problem ?? null;
          return (
            <li key={session.key}>
              <SessionLine
                session={session}
                {...(outcome === undefined ? {} : { outcome: t(`sessions:end.outcomes.${outcome.what}`) })}
              />
              {problem === null ? null : (
                <p className={styles.why}>{describeProblem(t, problem, where).text}</p>
              )}
            </li>
          );
        })}
      </ul>
      {rest > 0 ? <p className={styles.note}>{t('sessions:end.rest', { count: rest })}</p> : null}
    </section>
  );
}
