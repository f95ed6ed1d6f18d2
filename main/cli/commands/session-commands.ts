import { builtInFormats, isBuiltInFormat } from '../../../contract/core/copy-format.ts';
import { hasToken } from '../../../contract/sessions/session.ts';
import type { Row } from '../../../contract/state.ts';
import { type CliAnswer, exitCodes, failed, printed } from '../server/cli-answer.ts';
import { type Asked, type Command, isAnswer, problemText, serverOf, stopped } from './command.ts';

/** `ffsm login NAME`: logs in with a password from a prompt or from standard input; without one, with the saved one. */
export const login: Command = (asked) =>
  withServer(asked, async (row) => {
    const { parts, t, input, gone } = asked;
    const { id, name, userName } = row.profile;
    const password = input ?? '';
    if (password === '' && !row.passwordKept) return failed(exitCodes.usage, t('cli:passwordMissing'));
    const cancel = () => parts.checkedLogins.cancelLogin(id);
    gone.addEventListener('abort', cancel, { once: true });
    const result =
      password === ''
        ? await parts.logins.loginAgain(id)
        : await parts.checkedLogins.login(id, password, null, null);
    gone.removeEventListener('abort', cancel);
    return result.ok
      ? printed(t('cli:loggedIn', { name, user: userName }))
      : stopped(asked, result.problem, row);
  });

/** `ffsm logout NAME`: ends the session on its server. */
export const logout: Command = (asked) =>
  withServer(asked, async (row) => {
    const { parts, t } = asked;
    const result = await parts.logins.logout(row.profile.id);
    return result.ok
      ? printed(t('cli:loggedOut', { name: row.profile.name }))
      : stopped(asked, result.problem, row);
  });

/** `ffsm check [NAME]`: asks one server, or all, whether the sessions are still valid; exits with 7 if one is not. */
export const check: Command = async (asked) => {
  const { args, parts, t } = asked;
  if (args.length > 0) return withServer(asked, (row) => checkOne(asked, row));
  await parts.manySessions.checkAll();
  const rows = parts.live.rows().filter(({ profile, session }) => !profile.hidden && hasToken(session));
  const bad = rows.filter((row) => !isAccepted(row));
  const lines = bad.map((row) => `${row.profile.name}: ${verdictText(asked, row)}`);
  const head = t('cli:checked', { count: rows.length, bad: bad.length });
  return printed([head, ...lines].join('\n'), bad.length === 0 ? exitCodes.done : exitCodes.noSession);
};

async function checkOne(asked: Asked, row: Row): Promise<CliAnswer> {
  const { parts } = asked;
  if (!hasToken(row.session)) return stopped(asked, { code: 'no-session' }, row);
  const result = await parts.checks.check(row.profile.id, true);
  const now = parts.live.row(row.profile.id) ?? row;
  const line = `${row.profile.name}: ${verdictText(asked, now)}`;
  if (isAccepted(now)) return printed(line);
  if (!result.ok) return stopped(asked, result.problem, row);
  const problem = hasToken(now.session) ? now.session.lastCheck?.problem : null;
  const why = problem ? `\n${problemText(asked, problem, now).text}` : '';
  return failed(exitCodes.noSession, line + why);
}

function isAccepted({ session }: Row): boolean {
  return hasToken(session) && session.lastCheck?.verdict === 'accepted';
}

function verdictText({ t }: Asked, { session }: Row): string {
  const verdict = hasToken(session) ? session.lastCheck?.verdict : undefined;
  return verdict === undefined
    ? t('servers:status.not-checked.word')
    : t(`servers:table.verdicts.${verdict}`);
}

/** `ffsm copy NAME [--as FORMAT]`: to the clipboard, as the button in the window does. */
export const copy: Command = async (asked) => {
  const { args, parts, t } = asked;
  const [name, option, format, ...more] = args;
  const isWrong = more.length > 0 || (option !== undefined && (option !== '--as' || format === undefined));
  if (isWrong) return failed(exitCodes.usage, t('cli:tooMany'));
  if (format !== undefined && !isBuiltInFormat(format))
    return failed(exitCodes.usage, t('cli:unknownFormat', { format, formats: builtInFormats.join(', ') }));
  return withServer({ ...asked, args: args.slice(0, 1) }, async (row) => {
    // SECURITY: a program could read the clipboard, so copying needs the same permission as reading (0052).
    const permitted = await asked.token(row.profile.id, 'read');
    if (permitted === 'refused') return failed(exitCodes.refused, t('cli:refused', { name: name ?? '' }));
    if (!permitted.ok) return stopped(asked, permitted.problem, row);
    const result = await parts.sessionCopy.copy(row.profile.id, false, format ?? null);
    return result.ok
      ? printed(t('cli:copied', { name: row.profile.name }))
      : stopped(asked, result.problem, row);
  });
};

/** `ffsm open NAME [--docs]`: the web interface, or the API docs, in a window of the app. */
export const open: Command = async (asked) => {
  const isDocs = asked.args.includes('--docs');
  const args = asked.args.filter((arg) => arg !== '--docs');
  return withServer({ ...asked, args }, async (row) => {
    const windows = await asked.parts.webWindows();
    const result = await windows.open(row.profile.id, isDocs ? 'api-docs' : 'interface');
    return result.ok
      ? printed(asked.t('cli:opened', { name: row.profile.name }))
      : stopped(asked, result.problem, row);
  });
};

/** `ffsm lock`: locks the app without showing it. */
export const lock: Command = async ({ parts, t }) => {
  await parts.appLock.lock('asked');
  return printed(t('cli:lockedNow'));
};

/** `ffsm quick`: shows quick access; behind the lock it asks to unlock first. */
export const quick: Command = async ({ parts }) => {
  parts.showQuickAccess();
  return printed('');
};

async function withServer(asked: Asked, act: (row: Row) => Promise<CliAnswer>): Promise<CliAnswer> {
  if (asked.args.length > 1) return failed(exitCodes.usage, asked.t('cli:tooMany'));
  const row = serverOf(asked, asked.args[0]);
  return isAnswer(row) ? row : act(row);
}
