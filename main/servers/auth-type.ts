import type { AuthType } from '../../contract/server-facts.ts';
import { readConfig } from './config-answers.ts';
import { readJson } from './safe-json.ts';
import type { ServerLine } from './server-line.ts';
import { configQuestion } from './server-requests.ts';

/** Asks `GET /config.json` how people log in; null when the answer does not say, or is not one of FindFace. */
export async function askAuthType(line: ServerLine, signal: AbortSignal): Promise<AuthType | null> {
  const exchange = await line.ask(configQuestion(line.caller()), signal);
  if (!exchange.ok || exchange.answer.status !== 200) return null;
  const json = readJson(exchange.answer.body);
  return json.ok ? (readConfig(json.value)?.facts.authType ?? null) : null;
}
