import type { ConnectionCalls, ConnectionChoice } from '../profiles/connection.ts';
import type { ProxyChoice } from '../profiles/profile.ts';
import { asOneOf, asProfileId, asText, fields, MalformedMessage } from './parse.ts';

type Readers = {
  readonly [Name in keyof ConnectionCalls]: (raw: unknown) => Parameters<ConnectionCalls[Name]>[0];
};

/** Longer than any proxy URL; what is too long for its field gives a problem instead of an exception. */
const maxTextLength = 20_000;

/** The readers of the calls about connection settings. */
export const connectionReaders: Readers = {
  chooseAuthority: (raw) => {
    if (raw !== undefined) throw new MalformedMessage('this call takes nothing');
    return undefined;
  },
  readAuthority: (raw) => ({ profileId: asProfileId(fields(raw, ['profileId']).profileId) }),
  changeConnection: (raw) => {
    const found = fields(raw, ['profileId', 'choice']);
    return { profileId: asProfileId(found.profileId), choice: asChoice(found.choice) };
  },
};

/** Reads a choice of connection settings; throws `MalformedMessage`. */
export function asChoice(raw: unknown): ConnectionChoice {
  const { trust, proxy } = fields(raw, ['trust', 'proxy']);
  return { trust: trust === null ? null : asTrust(trust), proxy: proxy === null ? null : asProxy(proxy) };
}

function asTrust(raw: unknown): ConnectionChoice['trust'] {
  if (modeOf(raw) === 'system') return { mode: asOneOf(fields(raw, ['mode']).mode, ['system'] as const) };
  const found = fields(raw, ['mode', 'fingerprint']);
  const fingerprint = asText(found.fingerprint, 64);
  if (!/^[0-9a-f]{64}$/.test(fingerprint)) throw new MalformedMessage('not a fingerprint');
  return { mode: asOneOf(found.mode, ['ca'] as const), fingerprint };
}

function asProxy(raw: unknown): ProxyChoice {
  if (modeOf(raw) === 'fixed') {
    const found = fields(raw, ['mode', 'url']);
    return { mode: asOneOf(found.mode, ['fixed'] as const), url: asText(found.url, maxTextLength) };
  }
  return { mode: asOneOf(fields(raw, ['mode']).mode, ['system', 'direct'] as const) };
}

function modeOf(raw: unknown): unknown {
  return typeof raw === 'object' && raw !== null && 'mode' in raw ? raw.mode : undefined;
}
