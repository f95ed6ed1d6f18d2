import { hasLease } from '../../contract/profiles/auto-logout.ts';
import { isHeld, settled } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { Button } from '../components/buttons/button.tsx';
import { Fact, FactList } from '../components/display/description-list.tsx';
import { Section } from '../components/layout/section.tsx';
import { sayLease } from '../i18n/format-auto-logout.ts';
import { capitalised, sayExactly, sayMoment, saySpan } from '../i18n/format-time.ts';
import { useWords } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { openDialog } from '../state/view-state.ts';
import { useNow } from '../time/clock.ts';
import { spanOf } from '../time/durations.ts';
import styles from './auto-logout-facts.module.css';

/** When the app ends this session by itself, and the rule behind it. */
export function LeaseFacts({ row }: { readonly row: Row }) {
  const t = useWords();
  const { id: profileId, lease } = row.profile;
  return (
    <Section title={t('lease.section')}>
      {hasLease(lease) ? (
        <FactList>
          <NextEnd row={row} />
          <Fact term={t('lease.rule')}>{capitalised(sayLease(t, lease).join('; '))}</Fact>
        </FactList>
      ) : (
        <p className={styles.never}>{t('lease.never')}</p>
      )}
      <div>
        <Button loudness="plain" onPress={() => openDialog({ kind: 'lease', profileId })}>
          {t('lease.change')}
        </Button>
      </div>
    </Section>
  );
}

function NextEnd({ row }: { readonly row: Row }) {
  const t = useWords();
  const language = useAppState((state) => state.language);
  const session = settled(row.session);
  const endsAt = isHeld(session) ? session.leaseEndsAt : null;
  const now = useNow(endsAt);
  if (endsAt === null) return null;
  const span = saySpan(t, spanOf(endsAt - now));
  const moment = sayMoment(t, language, endsAt, now);
  return (
    <Fact term={t('lease.next')} title={sayExactly(language, endsAt)}>
      {endsAt <= now ? t('lease.logsOutNow') : t('lease.nextAt', { moment, span })}
    </Fact>
  );
}
