import * as v from 'valibot';
import { type AuthType, authTypes, type ServerInfo } from '../../../contract/profiles/server-info.ts';
import { sanitizeText } from '../http/sanitize-text.ts';

/** The content of `/config.json`. */
export interface ServerConfig {
  readonly facts: Omit<ServerInfo, 'seenAt'>;
  /** Where the web UI finds the API, as sent; null if absent. */
  readonly serverUrl: string | null;
}

const maxSeconds = 100 * 365 * 86_400;

const seconds = v.fallback(v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(maxSeconds))), null);
const anything = v.optional(v.unknown());
const part = v.fallback(v.record(v.string(), v.unknown()), {});

type Part = v.InferOutput<typeof part>;

const config = v.object({
  auth: part,
  services: part,
  plugins: part,
  server: part,
  language: anything,
  languages: anything,
});

/** Parses `/config.json`; null if it is not FindFace's. */
export function readConfig(raw: unknown): ServerConfig | null {
  const read = v.safeParse(config, raw);
  if (!read.success || Array.isArray(raw)) return null;
  const { auth, services, plugins, server, language, languages } = read.output;
  const url = server.url;
  if (!isFindFace(auth, services)) return null;
  const named = [language, ...(Array.isArray(languages) ? languages : [])];
  const spoken = named.filter((name) => typeof name === 'string').map((name) => sanitizeText(name, 35));
  return {
    facts: {
      authType: parseAuthType(auth.AUTH_TYPE),
      sessionSeconds: v.parse(seconds, auth.MAXIMUM_SESSION_LENGTH),
      needsRenewal: auth.NEED_SESSION_RENEW === true,
      renewIntervalSeconds: v.parse(seconds, auth.RENEW_SESSION_INTERVAL),
      activeDirectory: isOn(v.parse(part, services.ffsecurity).active_directory),
      cproauth: isOn(plugins.cproauth),
      languages: [...new Set(spoken.filter((name) => name !== ''))].slice(0, 20),
    },
    serverUrl: typeof url === 'string' && url.trim() !== '' ? url.trim() : null,
  };
}

/** Other web applications also have a `config.json`; these fields are FindFace's. */
function isFindFace(auth: Part, services: Part): boolean {
  return 'AUTH_TYPE' in auth || 'MAXIMUM_SESSION_LENGTH' in auth || 'ffsecurity' in services;
}

/** Like FindFace's web UI, treats a missing or non-text value as `password`; null for unknown types. */
function parseAuthType(raw: unknown): AuthType | null {
  if (typeof raw !== 'string') return 'password';
  return authTypes.find((type) => type === raw) ?? null;
}

/** An enabled part is `true` or an object with its settings. */
function isOn(raw: unknown): boolean {
  if (typeof raw === 'object' && raw !== null) return Object.keys(raw).length > 0;
  return raw === true || (typeof raw === 'string' && raw !== '');
}
