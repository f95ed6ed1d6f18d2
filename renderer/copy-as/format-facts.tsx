import EyeOff from 'lucide-react/icons/eye-off';
import KeyRound from 'lucide-react/icons/key-round';
import ScrollText from 'lucide-react/icons/scroll-text';
import ShieldAlert from 'lucide-react/icons/shield-alert';
import ShieldCheck from 'lucide-react/icons/shield-check';
import Timer from 'lucide-react/icons/timer';
import type { ComponentType, ReactNode } from 'react';
import type { CopyFormat } from '../../contract/core/copy-format.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import styles from './copy-as.module.css';

const inHistory: ReadonlySet<CopyFormat> = new Set<CopyFormat>(['curl', 'powershell', 'httpie']);
const marksSecret: ReadonlySet<CopyFormat> = new Set<CopyFormat>(['postman', 'insomnia', 'bruno']);
const connects: ReadonlySet<CopyFormat> = new Set<CopyFormat>([
  ...(['curl-stdin', 'curl', 'powershell', 'httpie', 'python', 'javascript', 'http-file'] as const),
]);

interface Props {
  readonly format: CopyFormat;
  readonly profile: Profile;
  /** Whether the preview has bullets in the place of a token. */
  readonly hasToken: boolean;
}

/** What to know about a format before it is copied. */
export function FormatFacts({ format, profile, hasToken }: Props) {
  const t = useTranslate();
  const seconds = useAppState(({ settings }) => settings.clearAfterSeconds);
  return (
    <ul className={styles.facts}>
      {format === 'curl-stdin' ? <Fact icon={ShieldCheck}>{t('copying:facts.noToken')}</Fact> : null}
      {hasToken ? <Fact icon={EyeOff}>{t('copying:facts.masked')}</Fact> : null}
      {inHistory.has(format) ? <Fact icon={ScrollText}>{t('copying:facts.inHistory')}</Fact> : null}
      {marksSecret.has(format) ? <Fact icon={ShieldCheck}>{t('copying:facts.secret')}</Fact> : null}
      {format === 'value' ? <Fact icon={KeyRound}>{t('copying:facts.apiKey')}</Fact> : null}
      {connects.has(format) && profile.tls.mode !== 'system' ? (
        <Fact icon={ShieldAlert}>{t('copying:facts.ownTrust')}</Fact>
      ) : null}
      {seconds === null ? null : <Fact icon={Timer}>{t('copying:facts.clears', { count: seconds })}</Fact>}
    </ul>
  );
}

function Fact({
  icon: Icon,
  children,
}: {
  readonly icon: ComponentType<{ readonly size: number }>;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <Icon size={14} />
      <span>{children}</span>
    </li>
  );
}
