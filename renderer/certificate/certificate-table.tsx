import ArrowLeftRight from 'lucide-react/icons/arrow-left-right';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleX from 'lucide-react/icons/circle-x';
import type { ReactNode } from 'react';
import type { CertificateFacts } from '../../contract/core/certificate.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { formatDay } from '../../contract/i18n/format-time.ts';
import type { Pin } from '../../contract/profiles/profile.ts';
import type { Translate } from '../../contract/texts.ts';
import { Fingerprint } from '../components/display/fingerprint.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import styles from './certificate-table.module.css';

interface Props {
  /** The certificate that the server presents. */
  readonly presented: CertificateFacts;
  /** The one that was trusted before: its fingerprint, and what is known of it; null the first time. */
  readonly trusted: (Pick<Pin, 'fingerprint'> & Partial<Pin>) | null;
  /** The fingerprint that the person was given, as 64 hexadecimal digits; null for none. */
  readonly expected: string | null;
}

/** The certificate, or the trusted one beside it row by row, each compared with the expected fingerprint. */
export function CertificateTable({ presented, trusted, expected }: Props) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const { names, dates } = trusted ?? {};
  return (
    <table className={styles.table}>
      {trusted === null ? null : (
        <thead>
          <tr>
            <td />
            <th scope="col">
              {trusted.trustedAt === undefined
                ? t('forms:certificate.trusted')
                : t('forms:certificate.trustedSince', { day: unbrokenDay(language, trusted.trustedAt) })}
            </th>
            <th scope="col" className={styles.now}>
              {t('forms:certificate.shownNow')}
            </th>
          </tr>
        </thead>
      )}
      <tbody>
        <TextRow term={t('session:subject')} now={presented.subject} before={trusted && names?.subject} />
        <TextRow term={t('session:issuer')} now={presented.issuer} before={trusted && names?.issuer} />
        {trusted === null ? (
          <TextRow term={t('session:names')} now={presented.names.join(', ')} before={null} />
        ) : null}
        <TextRow
          term={t('forms:certificate.valid')}
          now={formatDates(t, language, presented)}
          before={trusted && dates && formatDates(t, language, dates)}
        />
        <tr>
          <th scope="row">{t('session:fingerprint')}</th>
          {trusted === null ? null : (
            <td>
              <Print hex={trusted.fingerprint} expected={expected} />
            </td>
          )}
          <td>
            <Print hex={presented.fingerprint} expected={expected} isPresented />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly term: string;
  readonly now: string;
  /** Undefined: not known; null: there is no trusted certificate. */
  readonly before: string | null | undefined;
}

function TextRow({ term, now, before }: RowProps) {
  const t = useTranslate();
  return (
    <tr>
      <th scope="row">{term}</th>
      {before === null ? null : <td>{before ?? '—'}</td>}
      <td>
        <div className={styles.cell}>
          <span>{now === '' ? '—' : now}</span>
          {before == null || before === now ? null : (
            <span className={styles.changed}>
              <ArrowLeftRight size={14} aria-hidden />
              {t('forms:certificate.changed')}
            </span>
          )}
        </div>
      </td>
    </tr>
  );
}

interface PrintProps {
  readonly hex: string;
  readonly expected: string | null;
  readonly isPresented?: boolean;
}

/** A fingerprint, and below it whether it is the expected one; the line is always there, so that nothing moves. */
function Print({ hex, expected, isPresented = false }: PrintProps) {
  const t = useTranslate();
  return (
    <>
      <Fingerprint hex={hex} copyLabel={t('connection:copyFingerprint')} />
      <p className={styles.verdict} {...(isPresented ? { role: 'status' } : {})}>
        {expected === null ? null : <Verdict fits={hex === expected} isPresented={isPresented} />}
      </p>
    </>
  );
}

function Verdict({
  fits,
  isPresented,
}: {
  readonly fits: boolean;
  readonly isPresented: boolean;
}): ReactNode {
  const t = useTranslate();
  return (
    <span data-tone={fits ? 'ok' : isPresented ? 'bad' : 'dim'}>
      {fits ? <CircleCheck size={16} aria-hidden /> : <CircleX size={16} aria-hidden />}
      {t(fits ? 'forms:certificate.matches' : 'forms:certificate.differs')}
    </span>
  );
}

type Dates = Pick<CertificateFacts, 'validFrom' | 'validTo'>;

function formatDates(t: Translate, language: string, { validFrom, validTo }: Dates): string {
  const [from, to] = [unbrokenDay(language, validFrom), unbrokenDay(language, validTo)];
  return t('forms:certificate.dates', { from, to });
}

/** A day that stays in one line of a narrow cell. */
function unbrokenDay(language: string, moment: EpochMs): string {
  return formatDay(language, moment).replaceAll(' ', '\u00a0');
}
