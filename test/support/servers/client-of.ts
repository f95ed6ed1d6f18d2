import type { SecureContext } from 'node:tls';
import type { ProxyChoice, TlsTrust } from '../../../contract/profiles/profile.ts';
import type { Language } from '../../../contract/settings.ts';
import { ApiClient } from '../../../main/servers/api-client.ts';
import type { Timeouts } from '../../../main/servers/http/timeouts.ts';
import type { SystemProxy } from '../../../main/servers/proxy/system-proxy.ts';
import { Token } from '../../../main/token/token.ts';

/** The id of this computer in the tests of the client. */
export const deviceId = 'ffsm-desk-0badc0de';

/** A token no server gave. */
export const strangerToken = new Token('ab12'.repeat(16));

/** A signal that is never aborted. */
export const forever = new AbortController().signal;

/** What a test may change about its client. */
export interface Wishes {
  readonly basePath?: string;
  readonly tls?: TlsTrust;
  readonly timeouts?: Partial<Timeouts>;
  readonly authorities?: () => SecureContext;
  /** The certificate of the authority that a `ca` trust is about. */
  readonly authority?: string;
  readonly proxy?: ProxyChoice;
  /** What the settings of the computer say about proxies. */
  readonly systemProxy?: SystemProxy;
  readonly language?: Language;
}

/** A client of one server, with the usual trust and patience unless a test wishes otherwise. */
export function clientOf(origin: string, wishes: Wishes = {}): ApiClient {
  const { authorities, basePath = '', language = 'en', timeouts = {}, systemProxy } = wishes;
  const { authority = null, proxy = { mode: 'system' }, tls = { mode: 'system' } } = wishes;
  return new ApiClient(
    { address: { origin, basePath }, tls, authority, proxy, deviceId },
    { info: { app: 'FindFace Session Manager' }, language: () => language, now: () => Date.now() },
    {
      timeouts,
      ...(authorities === undefined ? {} : { authorities }),
      ...(systemProxy === undefined ? {} : { systemProxy }),
    },
  );
}
