import type { SecureContext } from 'node:tls';
import type { ProxyChoice, TlsTrust } from '../../../contract/profiles/profile.ts';
import type { Language } from '../../../contract/settings.ts';
import { ApiClient } from '../../../main/servers/api-client.ts';
import type { Timeouts } from '../../../main/servers/http/timeouts.ts';
import type { SystemProxy } from '../../../main/servers/proxy/system-proxy.ts';
import type { ClientCredentials } from '../../../main/servers/tls/client-certificate.ts';
import { Token } from '../../../main/token/token.ts';

/** The device ID in the tests of the client. */
export const deviceId = 'ffsm-desk-0badc0de';

/** A token that no server issued. */
export const strangerToken = new Token('ab12'.repeat(16));

/** A signal that is never aborted. */
export const forever = new AbortController().signal;

/** The options of a client in a test. */
export interface Wishes {
  readonly basePath?: string;
  readonly tls?: TlsTrust;
  readonly timeouts?: Partial<Timeouts>;
  readonly authorities?: () => SecureContext;
  /** The PEM of the CA for trust mode `ca`. */
  readonly authority?: string;
  readonly proxy?: ProxyChoice;
  /** The system's proxy settings. */
  readonly systemProxy?: SystemProxy;
  readonly language?: Language;
  /** What is presented to a server that requests a client certificate. */
  readonly client?: ClientCredentials;
}

/** A client of one server, with default trust and timeouts. */
export function clientOf(origin: string, wishes: Wishes = {}): ApiClient {
  const { authorities, basePath = '', language = 'en', timeouts = {}, systemProxy } = wishes;
  const { authority = null, proxy = { mode: 'system' }, tls = { mode: 'system' }, client = null } = wishes;
  return new ApiClient(
    { address: { origin, basePath }, tls, authority, proxy, deviceId, client },
    { info: { app: 'FindFace Session Manager' }, language: () => language, now: () => Date.now() },
    {
      timeouts,
      ...(authorities === undefined ? {} : { authorities }),
      ...(systemProxy === undefined ? {} : { systemProxy }),
    },
  );
}
