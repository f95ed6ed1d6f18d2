import { done, ok } from '../../../contract/core/result.ts';
import type { ConnectionCalls, ConnectionChoice } from '../../../contract/profiles/connection.ts';
import type { Profile, ProfileId } from '../../../contract/profiles/profile.ts';
import { certificateOf } from './fake-rows.ts';

/** The calls about connection settings, without files and networks. */
export function fakeConnection(
  change: (id: ProfileId, how: (profile: Profile) => Partial<Profile>) => void,
): ConnectionCalls {
  const authority = certificateOf('authority', 'ca.findface.example', Date.now());
  return {
    chooseAuthority: async () => ok({ file: 'authority.pem', authorities: [authority], unusable: 0 }),
    readAuthority: async () => ok(authority),
    chooseClientCertificate: async () => ok({ file: 'operator.p12', certificate: null }),
    openClientCertificate: async () => ok(clientCertificate),
    dropClientCertificate: async () => done,
    async changeConnection({ profileId, choice }) {
      change(profileId, (profile) => changedBy(choice, profile));
      return done;
    },
  };
}

const { names: _names, ...clientCertificate } = certificateOf('client', 'ivanov', Date.now());

function changedBy({ trust, proxy }: ConnectionChoice, profile: Profile): Partial<Profile> {
  const tls = trust?.mode === 'ca' ? ({ ...trust, trustedAt: Date.now() } as const) : (trust ?? profile.tls);
  return { tls, proxy: proxy ?? profile.proxy };
}
