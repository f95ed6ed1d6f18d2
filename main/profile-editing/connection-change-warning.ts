import type { Profile, ProxyChoice, TlsTrust } from '../../contract/profiles/profile.ts';
import type { ConfirmationWords } from '../../contract/wording/en/confirmations.ts';
import type { ConfirmationQuestion, Wording } from '../confirmations/confirmation.ts';
import { sanitizeText } from '../servers/http/sanitize-text.ts';
import { isSameProxy, isSameTrust } from '../sessions/same-connection.ts';
import type { StoredSecrets } from './held-secrets.ts';

/** Asks whether the secrets of a profile may be used with its new certificate, CA or proxy. */
export function connectionChangeWarning(before: Profile, after: Profile, held: StoredSecrets): Wording {
  return ({ way, cancel }): ConfirmationQuestion => {
    const name = sanitizeText(before.name, 80);
    const otherTrust = !isSameTrust(before.tls, after.tls);
    const otherProxy = !isSameProxy(before.proxy, after.proxy);
    const consequences = [
      held.token === null ? null : way.session,
      held.endings.length === 0 ? null : way.endings,
      held.password ? way.password : null,
    ];
    const parts = [
      `${way.server}: ${before.address.origin}\n${way.user}: ${sanitizeText(before.userName, 80)}`,
      ...(otherTrust
        ? [
            `${way.trustBefore}:\n${trustText(before.tls, way)}`,
            `${way.trustAfter}:\n${trustText(after.tls, way)}`,
          ]
        : []),
      ...(otherProxy
        ? [
            `${way.proxyBefore}: ${proxyText(before.proxy, way)}\n${way.proxyAfter}: ${proxyText(after.proxy, way)}`,
          ]
        : []),
      [...consequences.filter((text) => text !== null), way.ifNotYou].join(' '),
    ];
    return {
      message: (otherTrust ? way.askTrust : way.askProxy).replace('{{name}}', () => name),
      detail: parts.join('\n\n'),
      confirm: otherTrust ? way.confirmTrust : way.confirmProxy,
      cancel,
    };
  };
}

/** A fingerprint in the form in which people compare it: pairs of digits, in lines of equal length. */
function comparable(fingerprint: string): string {
  const pairs = fingerprint.toUpperCase().match(/../g) ?? [];
  const lines = [0, 8, 16, 24].map((start) => pairs.slice(start, start + 8).join(':'));
  return lines.join('\n');
}

function trustText(tls: TlsTrust, way: ConfirmationWords['way']): string {
  if (tls.mode === 'system') return way.trustOf.system;
  return `${way.trustOf[tls.mode]}, SHA-256\n${comparable(tls.fingerprint)}`;
}

function proxyText(proxy: ProxyChoice, way: ConfirmationWords['way']): string {
  return proxy.mode === 'fixed' ? sanitizeText(proxy.url, 300) : way.proxyOf[proxy.mode];
}
