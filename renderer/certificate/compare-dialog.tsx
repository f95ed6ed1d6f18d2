import type { ProfileId } from '../../contract/profiles/profile.ts';
import { checkOne, trustForProfile } from '../actions/session-actions.ts';
import { type CertificateProblem, closeDialog } from '../state/view-state.ts';
import { CertificateDialog } from './certificate-dialog.tsx';

interface Props {
  readonly profileId: ProfileId;
  readonly problem: CertificateProblem;
}

/** The comparison of a certificate found by a check; checks the session again once it is trusted. */
export function CompareDialog({ profileId, problem }: Props) {
  return (
    <CertificateDialog
      profileId={profileId}
      trust={(decision) => trustForProfile(profileId, decision)}
      problem={problem}
      onClose={closeDialog}
      onTrusted={() => {
        closeDialog();
        void checkOne(profileId);
      }}
    />
  );
}
