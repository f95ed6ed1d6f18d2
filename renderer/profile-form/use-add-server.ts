import { useRef, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import { ok } from '../../contract/core/result.ts';
import type { Draft, ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { useUnmounted } from '../components/hooks/use-lifecycle.ts';
import { type Secrets, takeSecrets } from '../login/use-login.tsx';
import type { FormProbe } from '../probe/use-form-probe.tsx';
import { type CertificateProblem, closeDialogOfKind, setViewState } from '../state/view-state.ts';
import { readDraft } from './profile-fields.tsx';

/** The form of a new server and the state of its log-in. */
export interface AddServerForm {
  readonly isBusy: boolean;
  /** Whether the password has been sent. */
  readonly isSent: boolean;
  readonly wasCancelled: boolean;
  /** The problems, in the order of the form. */
  readonly problems: readonly Problem[];
  /** Logs in and saves the server if that succeeds. */
  readonly logIn: (form: HTMLFormElement) => Promise<void>;
  /** Saves the server without logging in; null on failure. */
  readonly save: (form: HTMLFormElement) => Promise<ProfileId | null>;
}

type Stage = 'idle' | 'looking' | 'sent';

/**
 * Adds a server, or an account on the server of `like`; `goOn` submits the form again once a certificate is trusted.
 */
export function useAddServer(probe: FormProbe, like: ProfileId | null, goOn: () => void): AddServerForm {
  const [stage, setStage] = useState<Stage>('idle');
  const [problems, tell] = useState<readonly Problem[]>([]);
  const [wasCancelled, setCancelled] = useState(false);
  const isUnmounted = useUnmounted();
  // A ref, since a second press may come before the next render.
  const isWorking = useRef(false);

  async function logIn(form: HTMLFormElement): Promise<void> {
    if (isWorking.current) return;
    isWorking.current = true;
    await lookAndLogIn(form).finally(() => {
      isWorking.current = false;
      setStage('idle');
    });
  }

  async function lookAndLogIn(form: HTMLFormElement): Promise<void> {
    const draft = readDraft(form);
    const secrets = takeSecrets(form);
    setCancelled(false);
    tell(findMissing(draft, secrets));
    if (findMissing(draft, secrets).length > 0) return secrets.restore();
    setStage('looking');
    const finding = await (like === null ? probe.findingToLogIn(draft.address) : findingOfKnown(draft));
    // Cancelled meanwhile.
    if (isUnmounted()) return;
    if (finding === 'unseen' || !finding.ok) {
      secrets.restore();
      if (finding !== 'unseen') stopped(finding.problem);
      return;
    }
    setStage('sent');
    const { restore, ...typed } = secrets;
    const result = await bridge.addByLogin({ draft, finding: finding.value, like, ...typed });
    if (result.ok) setViewState({ selectedId: result.value, view: 'all', search: '' });
    if (isUnmounted()) return;
    if (result.ok) return closeDialogOfKind('add');
    if (result.problem.code === 'cancelled') {
      setCancelled(result.problem.mayBeGranted === true);
      restore();
    } else if (isCertificateProblem(result.problem)) {
      restore();
      stopped(result.problem);
    } else tell([result.problem]);
  }

  /** Another account uses the address of the existing profile; a probe of it only says what to trust. */
  async function findingOfKnown({ address }: Draft) {
    const finding = await probe.finding(address);
    return ok(finding === 'unseen' ? null : finding);
  }

  function stopped(problem: Problem): void {
    // The form is idle again when the person has compared the certificate.
    if (isCertificateProblem(problem)) probe.compare(problem, goOn);
    else if (problem.code !== 'cancelled') tell([problem]);
  }

  async function save(form: HTMLFormElement): Promise<ProfileId | null> {
    if (stage !== 'idle') return null;
    const draft = readDraft(form);
    tell([]);
    setStage('looking');
    const finding = await probe.finding(draft.address);
    if (isUnmounted()) return null;
    if (finding === 'unseen') {
      setStage('idle');
      return null;
    }
    const result = await (like === null
      ? bridge.addProfile({ draft, finding })
      : bridge.addAccount({ profileId: like, draft, finding }));
    setStage('idle');
    if (result.ok) setViewState({ selectedId: result.value, view: 'all', search: '' });
    else tell([result.problem]);
    return result.ok ? result.value : null;
  }

  const isBusy = stage !== 'idle';
  return { isBusy, isSent: stage === 'sent', wasCancelled, problems, logIn, save };
}

function findMissing({ address, userName }: Draft, { password }: Secrets): readonly Problem[] {
  const missing: Problem[] = [];
  if (address.trim() === '') missing.push({ code: 'address-missing' });
  if (userName.trim() === '') missing.push({ code: 'user-name-missing' });
  if (password === '') missing.push({ code: 'password-missing' });
  return missing;
}

function isCertificateProblem(problem: Problem): problem is CertificateProblem {
  return problem.code === 'certificate-untrusted' || problem.code === 'certificate-changed';
}

/** The name of another account on the server of `name`: "Airport (admin)"; replaces an account at the end of `name`. */
export function accountName(name: string, userName: string): string {
  const server = name.replace(/\s*\([^()]*\)$/, '');
  const account = userName.trim();
  return account === '' ? '' : `${server} (${account})`;
}
