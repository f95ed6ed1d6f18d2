import type { AuthType } from '../../contract/profiles/server-info.ts';
import { configQuestion } from './api-requests.ts';
import { readJson } from './http/untrusted-json.ts';
import { readConfig } from './responses/config-response.ts';
import type { ServerLine } from './transport.ts';

/** Asks `GET /config.json` how people log in; null when the answer does not say, or is not one of FindFace. */
export async function askAuthType(line: ServerLine, signal: AbortSignal): Promise<AuthType | null> {
  const exchange = await line.ask(configQuestion(line.caller()), signal);
  if (!exchange.ok || exchange.answer.status !== 200) return null;
  const json = readJson(exchange.answer.body);
  return json.ok ? (readConfig(json.value)?.facts.authType ?? null) : null;
}
