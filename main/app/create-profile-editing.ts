import { noAutoLogout } from '../../contract/profiles/auto-logout.ts';
import { BulkLogins } from '../bulk-login/bulk-login.ts';
import { ClientCertificates } from '../client-certificate/client-certificates.ts';
import { ManyChanges } from '../many/many-changes.ts';
import { ManySessions } from '../many/many-sessions.ts';
import { ServerProbe } from '../probe/server-probe.ts';
import { CheckedLogins } from '../profile-editing/checked-logins.ts';
import { ConnectionSettings } from '../profile-editing/connection-settings.ts';
import { FirstLogin } from '../profile-editing/first-login.ts';
import { ProfileEditor } from '../profile-editing/profile-editor.ts';
import { ProfileRemoval } from '../profile-editing/profile-removal.ts';
import type { SessionLayer } from './create-sessions.ts';

/** The parts that change profiles, probe addresses and log in with a password. */
export type ProfileEditingLayer = ReturnType<typeof createProfileEditing>;

/** Creates them. */
export function createProfileEditing(lower: SessionLayer) {
  const { live, sessions, clients, logins } = lower;
  const newAutoLogout = () => ({ ...noAutoLogout, afterSeconds: live.read().settings.leaseForNew });
  const newProxy = () => ({ mode: live.read().settings.proxyForNew });
  const profileEditor = new ProfileEditor({ ...lower, newAutoLogout, newProxy });
  const profileRemoval = new ProfileRemoval(lower);
  const manyChanges = new ManyChanges(lower);
  const manySessions = new ManySessions(lower);
  const clientCertificates = new ClientCertificates(lower);
  const connectionSettings = new ConnectionSettings({ ...lower, profileEditor, clientCertificates });
  const serverProbe = new ServerProbe({
    ...lower,
    profile: (id) => sessions.profile(id),
    trustAuthority: (fingerprint) => connectionSettings.trustAuthority(fingerprint),
    newProxy,
    credentials: (profile) => clients.credentials(profile),
    lineTo: (target, timeouts) => clients.openTransport(target, timeouts),
  });
  const checkedLogins = new CheckedLogins(lower);
  const firstLogin = new FirstLogin({
    ...{ ...lower, serverProbe, profileEditor, profileRemoval, checkedLogins },
  });
  const bulkLogins = new BulkLogins({ live, logins: checkedLogins });
  /** Aborts every log-in that is running; called on lock and on quit. */
  const stopLogins = () => {
    bulkLogins.close();
    for (const part of [firstLogin, checkedLogins, logins]) part.stop();
  };
  return {
    ...{ ...lower, profileEditor, profileRemoval, manyChanges, manySessions },
    ...{ connectionSettings, clientCertificates, serverProbe },
    ...{ checkedLogins, firstLogin, bulkLogins, stopLogins },
  };
}
