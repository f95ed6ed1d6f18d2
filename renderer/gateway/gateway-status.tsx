import Cable from 'lucide-react/icons/cable';
import { totalDuration } from '../../contract/core/durations.ts';
import { formatDuration } from '../../contract/i18n/format-time.ts';
import { bridge } from '../bridge.ts';
import { PlainButton } from '../components/buttons/button.tsx';
import styles from '../components/display/status-entry.module.css';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { openDialog, showProblem } from '../state/view-state.ts';
import { useNow } from '../time/clock.ts';

/** The open gateways, with a button that closes them. */
export function GatewayStatus() {
  const t = useTranslate();
  const gateways = useAppState((state) => state.gateways);
  const [first] = gateways;
  const name = useAppState(
    ({ rows }) => rows.find(({ profile }) => profile.id === first?.profileId)?.profile.name ?? '',
  );
  const now = useNow(first?.endsAt ?? null);
  if (first === undefined) return null;
  const left = formatDuration(t, totalDuration(now, Math.max(now, first.endsAt)));
  const text =
    gateways.length === 1
      ? t('gateway:one', { name, left })
      : t('gateway:several', { count: gateways.length });
  const closeAll = async () => {
    for (const { profileId } of gateways) await showProblem(profileId, bridge.closeGateway({ profileId }));
  };
  return (
    <div className={styles.status}>
      <PlainButton
        className={styles.words}
        onPress={() => openDialog({ kind: 'gateway', profileId: first.profileId })}
      >
        <Cable size={16} />
        <span className={styles.text}>{text}</span>
      </PlainButton>
      <PlainButton className={styles.stop} onPress={() => void closeAll()}>
        {t(gateways.length === 1 ? 'gateway:stopShort' : 'gateway:stopAll')}
      </PlainButton>
      <span className="unseen" role="status">
        {t('gateway:announced', { name })}
      </span>
    </div>
  );
}
