import { useState } from 'react';
import type { CertificateFacts } from '../../contract/core/certificate.ts';
import type { Problem } from '../../contract/core/problem.ts';
import type { AuthorityFile } from '../../contract/profiles/connection.ts';
import { bridge } from '../bridge.ts';

/** The file of an authority that is being chosen. */
export interface AuthorityFileChoice {
  readonly file: AuthorityFile | null;
  /** The one of its authorities that is meant; the first unless a person says otherwise. */
  readonly authority: CertificateFacts | null;
  readonly problem: Problem | null;
  readonly choose: () => Promise<void>;
  readonly mean: (fingerprint: string) => void;
}

/** Lets a person choose the file of an authority; a file that does not do leaves the one before. */
export function useAuthorityFile(): AuthorityFileChoice {
  const [file, setFile] = useState<AuthorityFile | null>(null);
  const [meant, setMeant] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function choose(): Promise<void> {
    const result = await bridge.chooseAuthority();
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
  return { file, authority, problem, choose, mean: setMeant };
}
