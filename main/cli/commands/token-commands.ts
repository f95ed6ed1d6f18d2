import type { EpochMs } from '../../../contract/core/time.ts';
import { addressText } from '../../../contract/profiles/profile.ts';
import type { Row } from '../../../contract/state.ts';
import { expiryOf } from '../../token/token-header.ts';
import { type CliAnswer, exitCodes, failed, printed } from '../server/cli-answer.ts';
import { type Asked, type Command, isAnswer, serverOf, stopped } from './command.ts';

/** `ffsm token NAME`: the token and nothing else. */
export const token: Command = (asked) => withToken(asked, (secret) => printed(secret));

/** `ffsm header NAME`: the line that a request needs. */
export const header: Command = (asked) =>
  withToken(asked, (secret) => printed(`Authorization: Token ${secret}`));

/** What `ffsm exec` asks for: token and base URL, for the program that they start. */
export const session: Command = (asked) =>
  withToken(asked, (secret, row) => ({
    code: exitCodes.done,
    to: 'session',
    text: `${secret}\n${baseUrl(row)}`,
  }));

/** `ffsm get NAME`: the answer of a Docker credential helper. */
export const get: Command = (asked) =>
  withToken(asked, (secret, row) =>
    printed(JSON.stringify({ ServerURL: baseUrl(row), Username: row.profile.userName, Secret: secret })),
  );

/** `ffsm kube NAME`: an `ExecCredential` of Kubernetes. */
export const kube: Command = (asked) =>
  withToken(asked, (secret, row) => {
    const end = expiryOf(row.session);
    return printed(
      JSON.stringify({
        apiVersion: 'client.authentication.k8s.io/v1',
        kind: 'ExecCredential',
        status: { token: secret, ...(end === null ? {} : { expirationTimestamp: wholeSeconds(end) }) },
      }),
    );
  });

/** What `ffsm curl` asks for: leave for its own process to send requests, which the app sends on with the token. */
export const curl: Command = async (asked) => {
  const { args, t } = asked;
  const [name, pid] = args;
  const row = serverOf(asked, name);
  if (isAnswer(row)) return row;
  const found = await asked.token(row.profile.id, 'send');
  if (found === 'refused')
    return failed(exitCodes.refused, t('cli:refusedRequests', { name: row.profile.name }));
  if (!found.ok) return stopped(asked, found.problem, row);
  const url = await asked.admit(row, Number(pid));
  return url === null
    ? failed(exitCodes.failed, t('cli:processUnknown'))
    : { code: exitCodes.done, to: 'session', text: `${url}\n${baseUrl(row)}` };
};

async function withToken(asked: Asked, answer: (secret: string, row: Row) => CliAnswer): Promise<CliAnswer> {
  const { args, t } = asked;
  if (args.length > 1) return failed(exitCodes.usage, t('cli:tooMany'));
  const row = serverOf(asked, args[0]);
  if (isAnswer(row)) return row;
  const found = await asked.token(row.profile.id, 'read');
  if (found === 'refused') return failed(exitCodes.refused, t('cli:refused', { name: row.profile.name }));
  return found.ok ? answer(found.value.reveal(), row) : stopped(asked, found.problem, row);
}

/** Without a slash at the end, so that a path can follow. */
function baseUrl({ profile }: Row): string {
  return addressText(profile.address).replace(/\/$/, '');
}

/** RFC 3339 in whole seconds, rounded down. */
function wholeSeconds(at: EpochMs): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}
