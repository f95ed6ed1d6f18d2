import { remaining } from '../../contract/core/durations.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { isEncrypted } from '../../contract/profiles/profile.ts';
import { hasToken, type RowStatus, rowStatus } from '../../contract/sessions/session.ts';
import type { ToolbarFacts, ToolbarLabel, WebPage } from '../../contract/sessions/web-window.ts';
import { expiringSpanMs, type Language, type Settings } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import type { Translate } from '../i18n/load-texts.ts';

/** Gives the texts of a web window. */
export type WebTexts = Translate<'web' | 'servers' | 'time' | 'window'>;

/** Why the page of a server is not shown. */
export type PageFailure =
  | { readonly kind: 'unreachable' | 'untrusted' | 'clientCertificate' | 'crashed' }
  /** The server sent the page to another origin. */
  | { readonly kind: 'elsewhere'; readonly place: string };

interface Seen {
  readonly row: Row;
  readonly now: EpochMs;
  readonly settings: Settings;
  readonly language: Language;
  readonly trouble: PageFailure | null;
  /** Whether the page asks to log in. */
  readonly asksToLogIn: boolean;
  /** What was just done, instead of the state of the session; null if nothing. */
  readonly done: 'copied' | 'notCopied' | null;
}

const bad: ReadonlySet<RowStatus> = new Set<RowStatus>(['refused', 'blocked', 'certificate-changed']);
const over: ReadonlySet<RowStatus> = new Set<RowStatus>([
  ...(['logged-out', 'log-out-pending', 'expired', 'refused', 'blocked', 'unreadable'] as const),
]);

/** What a web window says of its profile and session. */
export function toolbarFacts(t: WebTexts, seen: Seen): ToolbarFacts {
  const { row, now, settings, language, trouble, asksToLogIn } = seen;
  const { name, userName, address, environment } = row.profile;
  const { host } = new URL(address.origin);
  const status = rowStatus(row, now, expiringSpanMs(settings));
  const isOver = over.has(status);
  return {
    language,
    contrast: settings.theme === 'contrast',
    ...{ name, userName, host, environment, encrypted: isEncrypted(address) },
    environmentWord: environment === 'none' ? '' : t(`window:environment.${environment}`),
    session: seen.done ? doneText(t, seen.done) : { ...sessionText(t, row, status, now), over: isOver },
    labels: labels(t),
    trouble: trouble && troubleText(t, host, trouble),
    loginPage: asksToLogIn && !isOver ? t('web:loginPage') : null,
  };
}

function doneText(t: WebTexts, done: 'copied' | 'notCopied'): ToolbarFacts['session'] {
  const look = done === 'copied' ? 'ok' : 'bad';
  return { look, word: t(`web:${done}`), detail: '', over: false };
}

function sessionText(t: WebTexts, row: Row, status: RowStatus, now: EpochMs) {
  const held = hasToken(row.session) ? row.session : null;
  const left = held === null || over.has(status) ? '' : timeLeft(t, held, now);
  // The moment says it already.
  if (status === 'expiring') return { look: 'warn' as const, word: left, detail: '' };
  const look = bad.has(status) ? 'bad' : status === 'accepted' ? 'ok' : 'warn';
  return { look, word: t(`servers:status.${status}.word`), detail: left } as const;
}

function timeLeft(t: WebTexts, held: Parameters<typeof remaining>[0], now: EpochMs): string {
  const left = remaining(held, now);
  switch (left.unit) {
    case 'days':
      return t('time:left.days', { count: left.days });
    case 'hours':
      return left.minutes === 0
        ? t('time:left.hours', { hours: left.hours })
        : t('time:left.hoursMinutes', { hours: left.hours, minutes: left.minutes });
    case 'minutes':
      return t('time:left.minutes', { minutes: left.minutes });
    case 'seconds':
      return t('time:left.seconds', { seconds: left.seconds });
    case 'over':
    case 'unknown':
      return '';
  }
}

function labels(t: WebTexts): { readonly [Name in ToolbarLabel]: string } {
  return {
    ...{ toolbar: t('web:toolbar'), back: t('web:back'), forward: t('web:forward'), reload: t('web:reload') },
    ...{ find: t('web:find'), findNext: t('web:findNext'), findPrevious: t('web:findPrevious') },
    ...{ closeFind: t('web:closeFind'), more: t('web:more') },
    ...{ zoomIn: t('web:zoomIn'), zoomOut: t('web:zoomOut'), zoomReset: t('web:zoomReset') },
    ...{ logIn: t('servers:logInAgain'), copyHeader: t('servers:copyHeader') },
    openApiDocs: t('servers:openApiDocs'),
  };
}

function troubleText(t: WebTexts, host: string, trouble: PageFailure): ToolbarFacts['trouble'] {
  const place = trouble.kind === 'elsewhere' ? trouble.place : '';
  return {
    title: t(`web:trouble.${trouble.kind}`, { host }),
    text: t(`web:trouble.${trouble.kind}Text`, { place }),
  };
}

/** The title of a web window: "Airport T2 – ivanov – Production". */
export function windowTitle(t: WebTexts, { profile }: Row, page: WebPage): string {
  const { name, userName, environment } = profile;
  return [
    name,
    userName,
    ...(environment === 'none' ? [] : [t(`window:environment.${environment}`)]),
    ...(page === 'api-docs' ? [t('web:apiDocs')] : []),
  ].join(' – ');
}
