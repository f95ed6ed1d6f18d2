import { addressText, type Profile } from '../../contract/profiles/profile.ts';
import type { GatewayAccess, GatewayMinutes } from '../../contract/sessions/gateway.ts';
import type { Wording } from '../confirmations/confirmation.ts';

/** What a person confirms. */
interface Asked {
  readonly profile: Profile;
  readonly access: GatewayAccess;
  readonly path: string;
  readonly minutes: GatewayMinutes;
}

/** The question before other programs can use a session. */
export function gatewayQuestion({ profile, access, path, minutes }: Asked): Wording {
  return (t, shown) => {
    const { name, userName, environment, address } = shown.profile(profile);
    const lines = [
      t('native:confirmations.gateway.detail', { user: userName, address: addressText(address) }),
      t(`native:confirmations.gateway.access.${access}`),
      ...(path === '/' ? [] : [t('native:confirmations.gateway.path', { path: shown.text(path) })]),
      ...(environment === 'production' ? [t('native:confirmations.gateway.production')] : []),
      t('native:confirmations.gateway.ifNotYou'),
    ];
    return {
      message: t(`native:confirmations.gateway.ask.${minutes}`, { name }),
      detail: lines.join('\n'),
      confirm: t('native:confirmations.gateway.confirm'),
      cancel: t('native:confirmations.cancel'),
    };
  };
}
