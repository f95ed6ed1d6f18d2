import { useEffect, useMemo, useState } from 'react';
import type { CertificateFacts } from '../../../contract/core/certificate.ts';
import { formatDay } from '../../../contract/i18n/format-time.ts';
import type { Profile } from '../../../contract/profiles/profile.ts';
import type { Row } from '../../../contract/state.ts';
import { bridge } from '../../bridge.ts';
import { Button, PlainButton } from '../../components/buttons/button.tsx';
import { Fingerprint } from '../../components/display/fingerprint.tsx';
import { Disclosure } from '../../components/layout/disclosure.tsx';
import { AuthorityCard } from '../../connection/authority-card.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { openDialog } from '../../state/view-state.ts';
import { Setting, SettingLabel } from '../lines/setting.tsx';
import styles from './sections.module.css';

/** A custom CA, by its fingerprint, with the servers that trust it. */
interface UsedAuthority {
  readonly fingerprint: string;
  readonly users: readonly Profile[];
}

/** How many servers of a CA are shown at once. */
const pageSize = 50;

/** The custom CAs that servers trust. Each server's own settings decide, so they are a click away. */
export function AuthoritiesSetting() {
  return (
    <Setting name="authorities">
      <Authorities />
    </Setting>
  );
}

function Authorities() {
  const t = useTranslate();
  const rows = useAppState((state) => state.rows);
  const language = useAppState((state) => state.language);
  const used = useMemo(() => usedAuthorities(rows, language), [rows, language]);
  return (
    <div className={styles.titledList}>
      <p>
        <SettingLabel name="authorities" />
      </p>
      <p className={styles.said}>
        {t(used.length === 0 ? 'connection:authoritiesNone' : 'connection:authoritiesHint')}
      </p>
      {used.map((one) => (
        <Authority key={one.fingerprint} authority={one} />
      ))}
    </div>
  );
}

function Authority({ authority: { fingerprint, users } }: { readonly authority: UsedAuthority }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const [shown, setShown] = useState(pageSize);
  const facts = useFacts(users[0]);
  const rest = users.length - shown;
  return (
    <div className={styles.authority}>
      {facts === null ? (
        <Fingerprint hex={fingerprint} copyLabel={t('connection:copyFingerprint')} />
      ) : (
        <AuthorityCard authority={facts} />
      )}
      {facts !== null && facts.validTo < Date.now() ? (
        <p className={styles.warning}>
          {t('connection:authorityExpired', { day: formatDay(language, facts.validTo) })}
        </p>
      ) : null}
      <Disclosure title={t('connection:trustedFor', { count: users.length })}>
        <ul className={styles.users}>
          {users.slice(0, shown).map(({ id, name, userName }) => (
            <li key={id}>
              <PlainButton
                className={styles.user}
                onPress={() => openDialog({ kind: 'edit', profileId: id })}
              >
                {name} <span className={styles.said}>{userName}</span>
              </PlainButton>
            </li>
          ))}
        </ul>
        {rest > 0 ? (
          <Button variant="ghost" onPress={() => setShown(shown + pageSize)}>
            {t('transfer:importing.more', { count: Math.min(rest, pageSize) })}
          </Button>
        ) : null}
      </Disclosure>
    </div>
  );
}

/** What the CA of a server says about itself; null until it is read, or if it is missing. */
function useFacts(user: Profile | undefined): CertificateFacts | null {
  const [facts, setFacts] = useState<CertificateFacts | null>(null);
  const id = user?.id;
  useEffect(() => {
    if (id === undefined) return;
    let isCurrent = true;
    void bridge.readAuthority({ profileId: id }).then((read) => {
      if (isCurrent) setFacts(read.ok ? read.value : null);
    });
    return () => {
      isCurrent = false;
    };
  }, [id]);
  return facts;
}

/** The CAs in use, the most used one first, with their servers by name. */
function usedAuthorities(rows: readonly Row[], language: string): readonly UsedAuthority[] {
  const found = new Map<string, Profile[]>();
  for (const { profile } of rows)
    if (profile.tls.mode === 'ca') {
      const users = found.get(profile.tls.fingerprint);
      if (users) users.push(profile);
      else found.set(profile.tls.fingerprint, [profile]);
    }
  const order = new Intl.Collator(language, { numeric: true });
  return [...found]
    .map(([fingerprint, users]) => ({
      fingerprint,
      users: users.toSorted((one, other) => order.compare(one.name, other.name)),
    }))
    .toSorted((one, other) => other.users.length - one.users.length);
}
