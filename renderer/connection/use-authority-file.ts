import { useState } from 'react';
import type { CertificateFacts } from '../../contract/core/certificate.ts';
import type { Problem } from '../../contract/core/problem.ts';
import type { AuthorityFile } from '../../contract/profiles/connection.ts';
import { bridge } from '../bridge.ts';

/** The state of choosing a CA file. */
export interface AuthorityFileChoice {
  readonly file: AuthorityFile | null;
  /** The selected CA of the file, at first the first one. */
  readonly authority: CertificateFacts | null;
  readonly problem: Problem | null;
  /** Whether the dialog of the system is open. */
  readonly choosing: boolean;
  readonly choose: () => Promise<void>;
  readonly mean: (fingerprint: string) => void;
}

/** Chooses a CA file; after an unusable file the previous one stays. */
export function useAuthorityFile(): AuthorityFileChoice {
  const [file, setFile] = useState<AuthorityFile | null>(null);
  const [meant, setMeant] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [choosing, setChoosing] = useState(false);

  async function choose(): Promise<void> {
    setChoosing(true);
    const result = await bridge.chooseAuthority();
    setChoosing(false);
    if (!result.ok) {
      setProblem(result.problem);
      return;
    }
    if (result.value === null) return;
    setProblem(null);
    setFile(result.value);
    setMeant(null);
  }

  const found = file?.authorities ?? [];
  const authority = found.find(({ fingerprint }) => fingerprint === meant) ?? found[0] ?? null;
  return { file, authority, problem, choosing, choose, mean: setMeant };
}
