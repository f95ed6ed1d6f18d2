import type { Problem } from '../../../contract/core/problem.ts';
import type { Result } from '../../../contract/core/result.ts';
import type { EpochMs } from '../../../contract/core/time.ts';
import { describeProblem, type ProblemText } from '../../../contract/i18n/problem-text.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { TokenUse } from '../../../contract/sessions/program-access.ts';
import { expiringSpanMs } from '../../../contract/settings.ts';
import type { Row } from '../../../contract/state.ts';
import type { Translate as PageTranslate } from '../../../contract/texts.ts';
import type { SessionChecks } from '../../checks/session-checks.ts';
import type { SessionCopy } from '../../copy-as/session-copy.ts';
import type { Translate } from '../../i18n/load-texts.ts';
import type { AppLock } from '../../lock/app-lock.ts';
import type { Logins } from '../../logins/logins.ts';
import type { ManySessions } from '../../many/many-sessions.ts';
import type { CheckedLogins } from '../../profile-editing/checked-logins.ts';
import type { ClientPool } from '../../servers/client-pool.ts';
import type { LiveState } from '../../state/live-state.ts';
import type { Token } from '../../token/token.ts';
import type { WebWindows } from '../../web-interface/web-windows.ts';
import { type CliAnswer, exitCodes, failed } from '../server/cli-answer.ts';
import { findServers } from './find-server.ts';

/** The parts that the commands work with. */
export interface CommandParts {
  readonly live: LiveState;
  readonly appLock: Pick<AppLock, 'lock'>;
  readonly checks: Pick<SessionChecks, 'check'>;
  readonly manySessions: Pick<ManySessions, 'checkAll'>;
  readonly checkedLogins: Pick<CheckedLogins, 'login' | 'cancelLogin'>;
  readonly logins: Pick<Logins, 'logout' | 'loginAgain'>;
  readonly sessionCopy: Pick<SessionCopy, 'copy'>;
  readonly showQuickAccess: () => void;
  readonly webWindows: () => Promise<Pick<WebWindows, 'open'>>;
  readonly clients: Pick<ClientPool, 'openForwarding'>;
  readonly now: () => EpochMs;
  readonly appVersion: string;
}

/** A command that was asked for. */
export interface Asked {
  readonly parts: CommandParts;
  readonly t: CliTranslate;
  /** What follows the name of the command. */
  readonly args: readonly string[];
  /** A password, or a message for `mcp`. */
  readonly input: string | null;
  /** Aborted when `ffsm` was ended. */
  readonly gone: AbortSignal;
  /** The token of a profile, once a person allows the program that asks to use it like this. */
  readonly token: (id: ProfileId, use: TokenUse) => Promise<Result<Token> | 'refused'>;
  /**
   * Lets a process of the program that asks send requests over the socket, for which a person has been asked; returns the URL
   * that stands for the server, or null if the process is none of that program.
   */
  readonly admit: (row: Row, pid: number) => Promise<string | null>;
  /** Waits until a person has unlocked the app; false: nobody did. */
  readonly unlocked: () => Promise<boolean>;
}

/** What is needed to say something about a server. */
export interface Speaking {
  readonly parts: Pick<CommandParts, 'live' | 'now'>;
  readonly t: CliTranslate;
}

/** The texts of the answers, with those that describe a problem. */
export const cliTexts = ['cli', 'connection', 'problems', 'rights', 'servers', 'time', 'window'] as const;
export type CliTranslate = Translate<(typeof cliTexts)[number]>;

/** Carries out a command. */
export type Command = (asked: Asked) => Promise<CliAnswer>;

/** Finds the server that a command is about, or says why there is not one. */
export function serverOf({ parts, t }: Asked, name: string | undefined): Row | CliAnswer {
  if (name === undefined || name.trim() === '') return failed(exitCodes.usage, t('cli:nameMissing'));
  const { live, now } = parts;
  const filterContext = { now: now(), expiringMs: expiringSpanMs(live.read().settings) };
  const found = findServers(live.rows(), name, filterContext);
  if (found.kind === 'one') return found.row;
  if (found.kind === 'none') return failed(exitCodes.notFound, t('cli:notFound', { name }));
  const candidates = found.rows.slice(0, maxCandidates).map(({ profile }) => {
    return `  ${profile.userName}@${profile.name}`;
  });
  const more = found.rows.length - candidates.length;
  return failed(
    exitCodes.ambiguous,
    [
      t('cli:ambiguous', { name }),
      ...candidates,
      ...(more > 0 ? [`  ${t('cli:more', { count: more })}`] : []),
    ].join('\n'),
  );
}

const maxCandidates = 12;

/** The answer to a command that a problem stopped. */
export function stopped(asked: Asked, problem: Problem, row: Row): CliAnswer {
  const code = withoutSession.has(problem.code) ? exitCodes.noSession : exitCodes.failed;
  return failed(code, stoppedText(asked, problem, row));
}

/** What a person reads about a problem: what, with its code, in one line, then why and what to do. */
export function stoppedText(asked: Speaking, problem: Problem, row: Row): string {
  const { title, text } = problemText(asked, problem, row);
  return `${asked.t('cli:stopped', { name: row.profile.name, reason: title, code: problem.code })}\n${text}`;
}

/** What the window says about a problem. */
export function problemText(
  { parts, t }: Speaking,
  problem: Problem,
  { profile, session }: Row,
): ProblemText {
  const { name, userName } = profile;
  const { language } = parts.live.read();
  const where = { name, userName, language, now: parts.now(), session };
  // Its texts are among those of `cliTexts`.
  return describeProblem(t as unknown as PageTranslate, problem, where);
}

const withoutSession: ReadonlySet<Problem['code']> = new Set<Problem['code']>([
  'no-session',
  'session-expired',
  'session-was-refused',
  'session-refused',
  'lease-ended',
  'certificate-in-doubt',
  'secret-unreadable',
]);

/** Whether `serverOf` gave an answer instead of a server. */
export function isAnswer(found: Row | CliAnswer): found is CliAnswer {
  return 'to' in found;
}
