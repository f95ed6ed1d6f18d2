import { useEffect, useState } from 'react';
import type { CertificateFacts } from '../../contract/core/certificate.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { ConnectionChoice } from '../../contract/profiles/connection.ts';
import type { Profile, ProxyChoice, TlsTrust } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { type AuthorityFileChoice, useAuthorityFile } from './use-authority-file.ts';
import { type ClientCertificateChoice, useClientCertificate } from './use-client-certificate.ts';

/** The state of the connection fields of a form. */
export interface ConnectionForm {
  readonly trust: TlsTrust['mode'];
  readonly setTrust: (mode: TlsTrust['mode']) => void;
  readonly proxy: ProxyChoice['mode'];
  readonly setProxy: (mode: ProxyChoice['mode']) => void;
  readonly file: AuthorityFileChoice;
  readonly client: ClientCertificateChoice;
  /** The CA that the profile trusts at present. */
  readonly present: CertificateFacts | null;
  /** The choice, with the proxy as typed; null if nothing is to be changed. */
  readonly choice: (typedProxy: string) => Result<ConnectionChoice | null>;
}

/** The connection fields of a profile form; saved with the form. */
export function useConnection({ id, tls, proxy: before, clientCertificate }: Profile): ConnectionForm {
  const [trust, setTrust] = useState(tls.mode);
  const [proxy, setProxy] = useState(before.mode);
  const [present, setPresent] = useState<CertificateFacts | null>(null);
  const file = useAuthorityFile();
  const client = useClientCertificate(clientCertificate ?? null);
  const hasAuthority = tls.mode === 'ca';

  useEffect(() => {
    if (!hasAuthority) return;
    void bridge.readAuthority({ profileId: id }).then((read) => setPresent(read.ok ? read.value : null));
  }, [id, hasAuthority]);

  function trustChoice(): ConnectionChoice['trust'] | 'missing' {
    if (trust === 'pin') return null;
    if (trust === 'system') return tls.mode === 'system' ? null : { mode: 'system' };
    if (file.authority !== null) return { mode: 'ca', fingerprint: file.authority.fingerprint };
    return hasAuthority ? null : 'missing';
  }

  function choice(typedProxy: string): Result<ConnectionChoice | null> {
    const chosen = trustChoice();
    if (chosen === 'missing') return fail({ code: 'authority-not-chosen' });
    const wanted = proxyChoice(proxy, typedProxy);
    const isSame = JSON.stringify(wanted) === JSON.stringify(before);
    const { choice: certificate } = client;
    if (chosen === null && isSame && certificate === undefined) return ok(null);
    const changed = { trust: chosen, proxy: isSame ? null : wanted };
    return ok(certificate === undefined ? changed : { ...changed, certificate });
  }

  return { trust, setTrust, proxy, setProxy, file, client, present, choice };
}

function proxyChoice(mode: ProxyChoice['mode'], typed: string): ProxyChoice {
  return mode === 'fixed' ? { mode, url: typed.trim() } : { mode };
}
