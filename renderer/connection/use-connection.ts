import { useEffect, useState } from 'react';
import type { CertificateFacts } from '../../contract/certificate.ts';
import type { ConnectionChoice } from '../../contract/connection.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Profile, ProxyChoice, TlsTrust } from '../../contract/profile.ts';
import { bridge } from '../bridge.ts';
import { type AuthorityFileChoice, useAuthorityFile } from './use-authority-file.ts';

/** What is chosen in the connection part of a form. */
export interface ConnectionForm {
  readonly trust: TlsTrust['mode'];
  readonly setTrust: (mode: TlsTrust['mode']) => void;
  readonly proxy: ProxyChoice['mode'];
  readonly setProxy: (mode: ProxyChoice['mode']) => void;
  readonly file: AuthorityFileChoice;
  /** The authority that the profile trusts until now. */
  readonly present: CertificateFacts | null;
  /** Keeps what was chosen, with the proxy as typed; the problem in the way, or null. */
  readonly save: (typedProxy: string) => Promise<Problem | null>;
}

/** The connection part of a profile's form: what is chosen is kept only when the form is saved. */
export function useConnection({ id, tls, proxy: before }: Profile): ConnectionForm {
  const [trust, setTrust] = useState(tls.mode);
  const [proxy, setProxy] = useState(before.mode);
  const [present, setPresent] = useState<CertificateFacts | null>(null);
  const file = useAuthorityFile();
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

  async function save(typedProxy: string): Promise<Problem | null> {
    const chosen = trustChoice();
    if (chosen === 'missing') return { code: 'authority-not-chosen' };
    const wanted = proxyChoice(proxy, typedProxy);
    const isSame = JSON.stringify(wanted) === JSON.stringify(before);
    if (chosen === null && isSame) return null;
    const choice = { trust: chosen, proxy: isSame ? null : wanted };
    const result = await bridge.changeConnection({ profileId: id, choice });
    return result.ok ? null : result.problem;
  }

  return { trust, setTrust, proxy, setProxy, file, present, save };
}

function proxyChoice(mode: ProxyChoice['mode'], typed: string): ProxyChoice {
  return mode === 'fixed' ? { mode, url: typed.trim() } : { mode };
}
