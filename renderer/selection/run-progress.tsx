import { stopRun } from '../actions/many-actions.ts';
import { PlainButton } from '../components/buttons/button.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import styles from './run-progress.module.css';

/** How far it is what is being done with several servers, each with a button that stops it. */
export function RunProgress() {
  const t = useTranslate();
  const runs = useAppState((state) => state.runs);
  return (
    <div className={styles.runs}>
      {runs.map(({ kind, done, count }) => {
        const text = t(`window:runs.${kind}`, {
          done,
          all: count,
          percent: Math.floor((100 * done) / count),
        });
        return (
          <div key={kind} className={styles.run}>
            {/* Not a status: it would be read out at every step. */}
            <span
              role="progressbar"
              aria-label={text}
              aria-valuemin={0}
              aria-valuenow={done}
              aria-valuemax={count}
              className={styles.text}
            >
              {text}
            </span>
            <PlainButton className={styles.stop} onPress={() => void stopRun(kind)}>
              {t('window:runs.stop')}
            </PlainButton>
          </div>
        );
      })}
    </div>
  );
}
