import type { EpochMs } from '../../../contract/core/time.ts';
import { addressText, type Environment } from '../../../contract/profiles/profile.ts';
import type { Language } from '../../../contract/settings.ts';
import type { Translate } from '../../i18n/load-texts.ts';
import type { ShownNames } from '../../presentation/shown-names.ts';
import { sanitizeText } from '../../servers/http/sanitize-text.ts';
import { callerName } from '../caller/caller.ts';
import { type PermissionSpan, spanMs } from './permissions.ts';
import type { Wanted } from './session-access.ts';

const maxPath = 300;

/** A span that can be chosen; `hint` says when it ends, `allow` is the button. */
interface OfferedSpan {
  readonly span: PermissionSpan;
  readonly label: string;
  readonly hint: string;
  readonly allow: string;
}

/** The question before a program gets a token, or has requests sent, in the language of the window. */
export interface AccessQuestion {
  readonly title: string;
  /** What is known of the server and of the program: "Server", "Airport". */
  readonly facts: readonly (readonly [string, string])[];
  readonly environment: Environment;
  /** The name of the environment; empty without one. */
  readonly environmentName: string;
  /** The shortest first. */
  readonly spans: readonly OfferedSpan[];
  readonly risk: string;
  readonly note: string;
  readonly deny: string;
}

/** The texts of the question. */
export type AccessTexts = Translate<'native' | 'window'>;

/** Writes the question, with names as they may be shown. */
export function accessQuestion(
  t: AccessTexts,
  shown: ShownNames,
  wanted: Wanted,
  language: Language,
  now: EpochMs,
): AccessQuestion {
  const { profile, use, caller, mayKeep, waiting } = wanted;
  const { name, userName, environment, address } = shown.profile(profile);
  const program = callerName(caller);
  const { identity, parent, pid } = caller;
  const words = (key: 'program' | 'process' | 'startedFrom' | 'server' | 'user') =>
    t(`native:confirmations.cliAccess.facts.${key}`);
  const path = (text: string) => sanitizeText(shown.text(text), maxPath);
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const hints: { readonly [Span in PermissionSpan]: string } = {
    once: '',
    hour: t('native:confirmations.cliAccess.hints.hour', { time: clock.format(now + spanMs.hour) }),
    'until-lock': t('native:confirmations.cliAccess.hints.until-lock'),
    always: t('native:confirmations.cliAccess.hints.always'),
  };
  return {
    title:
      program === ''
        ? t(`native:confirmations.cliAccess.${use}.askUnknown`, { name })
        : t(`native:confirmations.cliAccess.${use}.ask`, { program, name }),
    facts: [
      [words('server'), addressText(address)],
      [words('user'), userName],
      ...(caller.program === null ? [] : [[words('program'), path(caller.program)] as const]),
      ...(pid === 0 ? [] : [[words('process'), String(pid)] as const]),
      ...(parent === null ? [] : [[words('startedFrom'), path(parent)] as const]),
    ],
    environment,
    environmentName: environment === 'none' ? '' : t(`window:environment.${environment}`),
    spans: spansFor(identity, mayKeep).map((span) => ({
      span,
      label: t(`native:confirmations.cliAccess.spans.${span}`),
      hint: hints[span],
      allow: t(`native:confirmations.cliAccess.allow.${span}`),
    })),
    risk: t(`native:confirmations.cliAccess.${use}.ifNotYou`),
    note: [
      t('native:confirmations.cliAccess.journal'),
      ...(waiting === 0 ? [] : [t('native:confirmations.cliAccess.waiting', { count: waiting })]),
    ].join(' '),
    deny: t('native:confirmations.cliAccess.deny'),
  };
}

function spansFor(identity: string | null, mayKeep: boolean): readonly PermissionSpan[] {
  // SECURITY: no permission is kept for a program that cannot be told from others (0052).
  if (identity === null) return ['once'];
  return ['once', 'hour', 'until-lock', ...(mayKeep ? (['always'] as const) : [])];
}
