import { useEffect, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import type { ConnectionChoice } from '../../contract/profiles/connection.ts';
import type { ClientCertificate } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';

/** The state of choosing a client certificate; saved with the form. */
export interface ClientCertificateChoice {
  /** The certificate that the profile has after saving; null for none. */
  readonly certificate: ClientCertificate | null;
  readonly problem: Problem | null;
  /** Whether the dialog of the system is open. */
  readonly choosing: boolean;
  /** The name of the chosen file while its password is asked for. */
  readonly sealedFile: string | null;
  readonly choose: () => Promise<void>;
  readonly remove: () => void;
  readonly opened: (certificate: ClientCertificate) => void;
  readonly cancelPassword: () => void;
  /** The choice; undefined if nothing is to be changed. */
  readonly choice: ConnectionChoice['certificate'];
}

/** Chooses a client certificate; after an unusable file the previous one stays. */
export function useClientCertificate(present: ClientCertificate | null): ClientCertificateChoice {
  const [chosen, setChosen] = useState<ClientCertificate | 'none' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [sealedFile, setSealedFile] = useState<string | null>(null);

  // Main keeps the key of a chosen file until it is saved or the form is closed.
  useEffect(() => () => void bridge.dropClientCertificate(), []);

  async function choose(): Promise<void> {
    setChoosing(true);
    const result = await bridge.chooseClientCertificate();
    setChoosing(false);
    if (!result.ok) return setProblem(result.problem);
    if (result.value === null) return;
    const { certificate, file } = result.value;
    if (certificate === null) setSealedFile(file);
    else opened(certificate);
  }

  function opened(certificate: ClientCertificate): void {
    setProblem(null);
    setSealedFile(null);
    setChosen(certificate);
  }

  function remove(): void {
    setProblem(null);
    setChosen('none');
  }

  function currentChoice(): ConnectionChoice['certificate'] {
    if (chosen === null) return undefined;
    if (chosen === 'none') return present === null ? undefined : { mode: 'none' };
    return { mode: 'file', fingerprint: chosen.fingerprint };
  }

  return {
    certificate: chosen === 'none' ? null : (chosen ?? present),
    ...{ problem, choosing, sealedFile, choose, remove, opened },
    cancelPassword: () => setSealedFile(null),
    choice: currentChoice(),
  };
}
