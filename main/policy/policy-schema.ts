import { createHash, X509Certificate } from 'node:crypto';
import * as v from 'valibot';
import { isPlainObject } from '../../contract/message-size.ts';
import { addressText, environments, type ProxyChoice } from '../../contract/profiles/profile.ts';
import type { Settings } from '../../contract/settings.ts';
import { readAddress } from '../profiles/address.ts';
import { acceptDraft } from '../profiles/draft.ts';
import type { SavedAuthority } from '../profiles/saved/authorities-schema.ts';
import { sanitizeText } from '../servers/http/sanitize-text.ts';
import { isProxyUrl } from '../servers/proxy/proxy-url.ts';
import { readUpdateSource } from '../updates/update-source.ts';
import type { Policy, PolicyServer, PolicyTrust, PolicyValues } from './policy.ts';
import { isOffered, type PolicySetting, policyNames, policySettings } from './policy-names.ts';
import { type RegistryPolicy, withRegistry } from './registry-policy.ts';
import { findRepeatedKey, placeOfMistake } from './strict-json.ts';

/** The largest policy in bytes. */
export const maxPolicySize = 1024 * 1024;
/** The most servers in a policy. */
export const maxPolicyServers = 1_000;
/** The most CAs in a policy. */
export const maxPolicyAuthorities = 100;

/** A policy, or where it is broken: a key or a line, never a value. */
export type ReadPolicy =
  | { readonly kind: 'policy'; readonly policy: Policy }
  | { readonly kind: 'broken'; readonly where: string };

/** SECURITY: strict, since a misspelled lock would silently lock nothing (0030). */
function exactly<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(v.custom<object>(isPlainObject), v.strictObject(entries));
}

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));

/** SHA-256 in hexadecimal digits, also as OpenSSL prints it, with colons and capital letters. */
const fingerprint = v.pipe(
  text(95),
  v.transform((typed) => typed.replaceAll(':', '').toLowerCase()),
  v.regex(/^[0-9a-f]{64}$/),
);

const settingEntries = Object.fromEntries(
  policySettings.map((name) => [
    policyNames[name],
    v.exactOptional(v.custom<Settings[PolicySetting]>((value) => isOffered(name, value))),
  ]),
);

const values = v.pipe(
  exactly({
    ...settingEntries,
    updateSource: v.exactOptional(
      v.nullable(
        v.pipe(
          text(2_000),
          v.check((source) => readUpdateSource(source) !== null),
        ),
      ),
    ),
  }),
  v.transform(({ updateSource, ...named }): PolicyValues => {
    const found = policySettings.flatMap((name) => {
      const key = policyNames[name];
      return Object.hasOwn(named, key) ? [[name, (named as Record<string, unknown>)[key]]] : [];
    });
    return {
      settings: Object.fromEntries(found) as Partial<Settings>,
      ...(updateSource === undefined ? {} : { updateSource }),
    };
  }),
);

/** One CA certificate; nothing else may be in the text, so no private key either. */
const authority = v.pipe(
  text(100_000),
  v.regex(/^\s*-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----\s*$/),
  v.transform(readAuthority),
  v.check((found) => found !== null),
  v.transform((found) => found as SavedAuthority),
);

const trust = v.union([
  v.pipe(
    v.literal('system'),
    v.transform((): PolicyTrust => ({ mode: 'system' })),
  ),
  v.pipe(
    exactly({ ca: fingerprint }),
    v.transform(({ ca }): PolicyTrust => ({ mode: 'ca', fingerprint: ca })),
  ),
  v.pipe(
    exactly({ pin: fingerprint }),
    v.transform(({ pin }): PolicyTrust => ({ mode: 'pin', fingerprint: pin })),
  ),
]);

const proxy = v.pipe(
  v.union([v.picklist(['system', 'direct']), v.pipe(text(300), v.check(isProxyUrl))]),
  v.transform(
    (how): ProxyChoice =>
      how === 'system' || how === 'direct' ? { mode: how } : { mode: 'fixed', url: how },
  ),
);

const server = v.pipe(
  exactly({
    address: v.pipe(text(2_048), v.check(isWhole)),
    name: v.exactOptional(v.pipe(text(500), v.nonEmpty())),
    userName: v.exactOptional(v.pipe(text(1_000), v.nonEmpty())),
    tags: v.exactOptional(v.pipe(v.array(text(500)), v.maxLength(100))),
    environment: v.exactOptional(v.picklist(environments)),
    trust: v.exactOptional(trust),
    proxy: v.exactOptional(proxy),
  }),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }): PolicyServer => {
    const { address, name = '', userName = 'user', tags = [], environment = 'none' } = value;
    // The same rules as for a server that a person adds.
    const accepted = acceptDraft({ address, name, userName, tags, environment }, []);
    if (!accepted.ok) {
      addIssue();
      return NEVER;
    }
    const found = accepted.value;
    return {
      address: found.address,
      name: value.name === undefined ? null : found.name,
      userName: value.userName === undefined ? null : found.userName,
      tags: value.tags === undefined ? null : found.tags,
      environment: value.environment ?? null,
      trust: value.trust ?? null,
      proxy: value.proxy ?? null,
    };
  }),
);

const policy = exactly({
  /** For editors. */
  $schema: v.exactOptional(text(2_000)),
  version: v.literal(1),
  defaults: v.exactOptional(values, {}),
  locked: v.exactOptional(values, {}),
  authorities: v.exactOptional(v.pipe(v.array(authority), v.maxLength(maxPolicyAuthorities)), []),
  servers: v.exactOptional(v.pipe(v.array(server), v.maxLength(maxPolicyServers)), []),
  lockServers: v.exactOptional(v.boolean(), false),
});

/**
 * Reads the text of a policy file with the values of Windows' registry; one mistake makes all of it void, so that no half
 * of a policy is in force.
 */
export function readPolicy(content: string, registry: RegistryPolicy | null = null): ReadPolicy {
  const plain = content.replace(/^\ufeff/, '');
  let raw: unknown;
  try {
    raw = JSON.parse(plain);
  } catch (error) {
    return broken(placeOfMistake(plain, error));
  }
  // SECURITY: of a key that is there twice, `JSON.parse` silently drops the first one (0030).
  const repeated = findRepeatedKey(plain);
  return repeated === null ? checkPolicy(registry ? withRegistry(raw, registry) : raw) : broken(repeated);
}

/** Checks a policy that is already parsed, such as that of macOS. */
export function checkPolicy(raw: unknown): ReadPolicy {
  const read = v.safeParse(policy, raw, { abortEarly: true });
  if (!read.success) return broken(v.getDotPath(read.issues[0]) ?? 'JSON');
  const { $schema, version, ...found } = read.output;
  const known = new Set(found.authorities.map((one) => one.fingerprint));
  const seen = new Set<string>();
  for (const [at, { address, userName, trust: how }] of found.servers.entries()) {
    if (how?.mode === 'ca' && !known.has(how.fingerprint)) return broken(`servers.${at}.trust.ca`);
    const key = JSON.stringify([addressText(address), userName]);
    if (seen.has(key)) return broken(`servers.${at}`);
    seen.add(key);
  }
  return { kind: 'policy', policy: found };
}

function broken(where: string): ReadPolicy {
  return { kind: 'broken', where: sanitizeText(where, 80) };
}

function readAuthority(pem: string): SavedAuthority | null {
  try {
    const certificate = new X509Certificate(pem);
    // SECURITY: the certificate of a server is not accepted as a CA (0016).
    if (!certificate.ca) return null;
    const fingerprint = createHash('sha256').update(certificate.raw).digest('hex');
    return { fingerprint, pem: certificate.toString() };
  } catch {
    return null;
  }
}

/** Whether the address is the one that the app would show, so that nothing of it is silently dropped. */
function isWhole(typed: string): boolean {
  const read = readAddress(typed);
  return read.ok && addressText(read.value) === typed.replace(/\/$/, '').toLowerCase();
}
