import { type ReactNode, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { trustForProfile } from '../actions/session-actions.ts';
import type { CertificateProblem } from '../state/view-state.ts';
import { CertificateDialog } from './certificate-dialog.tsx';

/** A certificate that stands in the way of something that was about to be sent. */
export interface CertificatePrompt {
  /** Does this problem stand in the way until a certificate has been compared? */
  readonly handles: (profileId: ProfileId, problem: Problem) => boolean;
  /** The comparison, to be shown over the form. */
  readonly prompt: ReactNode;
}

/** Compares a certificate in the way; `goOn` is called once it is trusted, `tell` if it is not. */
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
