import { type ReactNode, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { trustForProfile } from '../actions/session-actions.ts';
import type { CertificateProblem } from '../state/view-state.ts';
import { CertificateDialog } from './certificate-dialog.tsx';

/** The comparison that an untrusted certificate requires before anything is sent. */
export interface CertificatePrompt {
  /** Whether this problem requires a comparison; if so, it is shown. */
  readonly handles: (profileId: ProfileId, problem: Problem) => boolean;
  /** The comparison, rendered over the form. */
  readonly prompt: ReactNode;
}

/** Compares an untrusted certificate; calls `goOn` once it is trusted, and `tell` if that failed. */
export function useCertificatePrompt(goOn: () => void, tell: (problem: Problem) => void): CertificatePrompt {
  const [met, setMet] = useState<{ profileId: ProfileId; problem: CertificateProblem } | null>(null);
  return {
    handles: (profileId, problem) => {
      if (problem.code !== 'certificate-untrusted' && problem.code !== 'certificate-changed') return false;
      setMet({ profileId, problem });
      return true;
    },
    prompt:
      met === null ? null : (
        <CertificateDialog
          profileId={met.profileId}
          trust={(decision) => trustForProfile(met.profileId, decision)}
          problem={met.problem}
          onClose={() => {
            setMet(null);
            tell(met.problem);
          }}
          onTrusted={() => {
            setMet(null);
            goOn();
          }}
        />
      ),
  };
}
