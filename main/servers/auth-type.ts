import type { AuthType } from '../../contract/profiles/server-info.ts';
import { configRequest } from './api-requests.ts';
import { readJson } from './http/untrusted-json.ts';
import { readConfig } from './responses/config-response.ts';
import type { FindFaceTransport } from './transport.ts';

/** Reads `AUTH_TYPE` from `GET /config.json`; null if the response has none or is not from FindFace. */
export async function askAuthType(
  transport: FindFaceTransport,
  signal: AbortSignal,
): Promise<AuthType | null> {
  const outcome = await transport.send(configRequest(transport.identity()), signal);
  if (!outcome.ok || outcome.response.status !== 200) return null;
  const json = readJson(outcome.response.body);
  return json.ok ? (readConfig(json.value)?.facts.authType ?? null) : null;
}
