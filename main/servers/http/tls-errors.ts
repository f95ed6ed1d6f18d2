import type { CertificateRefusal, TlsProblem } from '../../../contract/core/connection-problem.ts';

type Named = 'tls-too-old' | 'tls-refused' | 'client-certificate-wanted';

/** OpenSSL and BoringSSL use different names for the same alerts. */
const signs: readonly (readonly [RegExp, Named])[] = [
  [/UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|NO_PROTOCOLS_AVAILABLE|VERSION_TOO_LOW/, 'tls-too-old'],
  [/CERTIFICATE_REQUIRED|CERTIFICATE_REQUIRED_BY_PEER/, 'client-certificate-wanted'],
  [
    /HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY|NO_SHARED_CIPHER|NO_CIPHER|DH_KEY_TOO_SMALL|BAD_DH_P_LENGTH|UNSAFE_LEGACY_RENEGOTIATION|ALERT_BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE/,
    'tls-refused',
  ],
];

/** What a server says of a client certificate that it does not accept. */
const refusals: readonly (readonly [RegExp, CertificateRefusal])[] = [
  [/ALERT_UNKNOWN_CA/, 'unknown-ca'],
  [/ALERT_CERTIFICATE_EXPIRED/, 'expired'],
  [/ALERT_CERTIFICATE_REVOKED/, 'revoked'],
  [
    /ALERT_(BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_UNKNOWN|ACCESS_DENIED|DECRYPT_ERROR)/,
    'other',
  ],
];

/** Why the TLS handshake failed, by error code; null if the code does not say. */
export function tlsProblem(code: string, host: string, isPresenting = false): TlsProblem | null {
  if (!code.startsWith('ERR_SSL_')) return null;
  const refusal = isPresenting ? refusals.find(([sign]) => sign.test(code)) : undefined;
  if (refusal !== undefined) return { code: 'client-certificate-refused', host, reason: refusal[1] };
  const found = signs.find(([sign]) => sign.test(code));
  return found === undefined ? null : { code: found[1], host };
}

/** What nginx answers over plain HTTP about TLS; null if the response is about something else. */
export function tlsHint(status: number, body: Uint8Array, host: string): TlsProblem | null {
  if (status !== 400) return null;
  const text = Buffer.from(body.subarray(0, 2_000)).toString('latin1');
  if (text.includes('plain HTTP request was sent to HTTPS port')) return { code: 'https-spoken-here', host };
  if (text.includes('No required SSL certificate was sent'))
    return { code: 'client-certificate-wanted', host };
  return text.includes('SSL certificate error')
    ? { code: 'client-certificate-refused', host, reason: 'other' }
    : null;
}
