import type { AuthType } from '../../contract/profiles/server-info.ts';
import { configRequest } from './api-requests.ts';
import { readJson } from './http/untrusted-json.ts';
import { readConfig } from './responses/config-response.ts';
import type { FindFaceTransport } from './transport.ts';

/** Asks `GET /config.json` how people log in; null when the answer does not say, or is not one of FindFace. */
export async function askAuthType(
  transport: FindFaceTransport,
  signal: AbortSignal,
): Promise<AuthType | null> {
  const outcome = await transport.send(configRequest(transport.identity()), signal);
  if (!outcome.ok || outcome.response.status !== 200) return null;
  const json = readJson(outcome.response.body);
  return json.ok ? (readConfig(json.value)?.facts.authType ?? null) : null;
}
