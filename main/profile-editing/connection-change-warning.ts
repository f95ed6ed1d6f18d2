import type { Profile, ProxyChoice, TlsTrust } from '../../contract/profiles/profile.ts';
import type { ConfirmationQuestion, Wording } from '../confirmations/confirmation.ts';
import type { Translate } from '../i18n/load-texts.ts';
import { sanitizeText } from '../servers/http/sanitize-text.ts';
import { isSameProxy, isSameTrust } from '../sessions/same-connection.ts';
import type { StoredSecrets } from './held-secrets.ts';

/** Asks whether the secrets of a profile may be used with its new certificate, CA or proxy. */
export function connectionChangeWarning(own: Profile, changed: Profile, held: StoredSecrets): Wording {
  return (t, shown): ConfirmationQuestion => {
    const [before, after] = [shown.profile(own), shown.profile(changed)];
    const name = sanitizeText(before.name, 80);
    const otherTrust = !isSameTrust(before.tls, after.tls);
    const otherProxy = !isSameProxy(before.proxy, after.proxy);
    const facts = [
      t('native:confirmations.connectionChange.about', {
        server: before.address.origin,
        user: sanitizeText(before.userName, 80),
      }),
      otherTrust
        ? t('native:confirmations.connectionChange.trust', {
            before: trustText(t, before.tls),
            after: trustText(t, after.tls),
          })
        : null,
      otherProxy
        ? t('native:confirmations.connectionChange.proxy', {
            before: proxyText(t, before.proxy),
            after: proxyText(t, after.proxy),
          })
        : null,
    ];
    const consequences = [
      sentSecrets(t, held),
      held.clientKey ? t('native:confirmations.connectionChange.presentsCertificate') : null,
      held.password ? t('native:confirmations.connectionChange.password') : null,
      t('native:confirmations.connectionChange.ifNotYou'),
    ];
    const isSaid = (text: string | null): text is string => text !== null;
    return {
      message: t(`native:confirmations.connectionChange.${otherTrust ? 'askTrust' : 'askProxy'}`, { name }),
      detail: [...facts.filter(isSaid), consequences.filter(isSaid).join(' ')].join('\n\n'),
      confirm: t(`native:confirmations.connectionChange.${otherTrust ? 'confirmTrust' : 'confirmProxy'}`),
      cancel: t('native:confirmations.cancel'),
    };
  };
}

function sentSecrets(t: Translate, { token, endings }: StoredSecrets): string | null {
  if (token !== null)
    return t(`native:confirmations.connectionChange.${endings.length > 0 ? 'sendsBoth' : 'sendsSession'}`);
  return endings.length > 0 ? t('native:confirmations.connectionChange.sendsPending') : null;
}

/** A fingerprint in the form in which people compare it: pairs of digits, in lines of equal length. */
function comparable(fingerprint: string): string {
  const pairs = fingerprint.toUpperCase().match(/../g) ?? [];
  const lines = [0, 8, 16, 24].map((start) => pairs.slice(start, start + 8).join(':'));
  return lines.join('\n');
}

function trustText(t: Translate, tls: TlsTrust): string {
  if (tls.mode === 'system') return t('native:confirmations.connectionChange.trustOf.system');
  return t(`native:confirmations.connectionChange.trustOf.${tls.mode}`, {
    fingerprint: comparable(tls.fingerprint),
  });
}

function proxyText(t: Translate, proxy: ProxyChoice): string {
  return proxy.mode === 'fixed'
    ? sanitizeText(proxy.url, 300)
    : t(`native:confirmations.connectionChange.proxyOf.${proxy.mode}`);
}
