import Hourglass from 'lucide-react/icons/hourglass';
import { useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { formatAgo, formatMoment } from '../../contract/i18n/format-time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { PendingLogout } from '../../contract/sessions/pending-logout.ts';
import type { Row } from '../../contract/state.ts';
import type { Translate } from '../../contract/texts.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { openDialog, showProblem } from '../state/view-state.ts';
import { useNow } from '../time/clock.ts';
import styles from './pending-logout-cards.module.css';

/** The pending log-outs of a profile. */
export function PendingLogoutCards({ row }: { readonly row: Row }) {
  return row.endings.map((ending) => (
    <PendingLogoutCard key={ending.id} profileId={row.profile.id} ending={ending} />
  ));
}

interface Props {
  readonly profileId: ProfileId;
  readonly ending: PendingLogout;
}

function PendingLogoutCard({ profileId, ending }: Props) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const now = useNow(ending.nextTryAt);
  const [busy, setBusy] = useState(false);
  const { id: endingId, state } = ending;
  const lost = state === 'token-lost';

  async function tryNow(): Promise<void> {
    setBusy(true);
    await showProblem(profileId, bridge.tryEnding({ profileId, endingId }));
    setBusy(false);
  }

  return (
    <section className={styles.card}>
      <div className={styles.icon}>
        {state === 'asking' ? <Spinner /> : <Hourglass size={20} aria-hidden />}
      </div>
      <div className={styles.words}>
        <p className={styles.title}>
          {t(
            state === 'given-up' || lost ? 'auto-logout:pending.unconfirmed' : 'auto-logout:pending.pending',
          )}
        </p>
        <p className={styles.text}>
          {describeState(t, ending)} {describeUntil(t, language, ending, now)}
        </p>
        <p className={styles.tries}>{describeTries(t, language, ending, now)}</p>
        <div className={styles.buttons}>
          {lost ? (
            <Button onPress={() => void showProblem(profileId, bridge.forgetEnding({ profileId, endingId }))}>
              {t('auto-logout:pending.dismiss')}
            </Button>
          ) : (
            <>
              <Button
                isDisabled={busy || (state !== 'waiting' && state !== 'given-up')}
                onPress={() => void tryNow()}
              >
                {t('auto-logout:pending.tryNow')}
              </Button>
              <Button
                variant="ghost"
                onPress={() => openDialog({ kind: 'forget-pending-logout', profileId, endingId })}
              >
                {t('auto-logout:pending.forget')}
              </Button>
            </>
          )}
        </div>
      </div>
    </section>
  );
}

function describeState(t: Translate, { state, host }: PendingLogout): string {
  if (state === 'token-lost') return t('auto-logout:pending.lost', { host });
  return t(state === 'given-up' ? 'auto-logout:pending.givenUp' : 'auto-logout:pending.waiting', { host });
}

/** Until when the token of a pending log-out may be valid. */
export function describeUntil(
  t: Translate,
  language: string,
  { until }: PendingLogout,
  now: EpochMs,
): string {
  if (until === null) return t('auto-logout:pending.mayWorkOn');
  return t('auto-logout:pending.mayWork', { moment: formatMoment(t, language, until, now) });
}

function describeTries(t: Translate, language: string, ending: PendingLogout, now: EpochMs): string {
  const { state, tries, triedAt, nextTryAt, cause } = ending;
  const said: string[] = [];
  if (triedAt !== null && cause !== null)
    said.push(
      t('auto-logout:pending.lastTry', {
        count: tries,
        ago: formatAgo(t, triedAt, now),
        cause: describeCause(t, cause),
      }),
    );
  if (state === 'asking') said.push(t('auto-logout:pending.asking'));
  if (state === 'vault-closed') said.push(t('auto-logout:pending.vaultLocked'));
  if (nextTryAt !== null)
    said.push(
      t('auto-logout:pending.nextTry', { moment: formatMoment(t, language, Math.max(nextTryAt, now), now) }),
    );
  return said.join(' ');
}

/** An unknown code of a later version is shown as it is. */
function describeCause(t: Translate, cause: string): string {
  const key = `problems:${cause as Problem['code']}.title` as const;
  const words = t(key);
  return words === key ? cause : words;
}
