import { type FocusEvent, type ReactNode, type RefObject, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import { ok, type Result } from '../../contract/core/result.ts';
import type { ProbeResult } from '../../contract/profiles/probe.ts';
import { addressText, isEncrypted, type ProfileId } from '../../contract/profiles/profile.ts';
import { CertificateDialog } from '../certificate/certificate-dialog.tsx';
import { type FormProblems, isProblemShown } from '../problems/field-problem.ts';
import type { CertificateProblem } from '../state/view-state.ts';
import { ProbeNote } from './probe-note.tsx';
import { useProbe } from './use-probe.ts';

/** The probe of a form. */
export interface FormProbe {
  /** The note below the address; does not repeat a problem that the form shows, unless it has a button for it. */
  readonly note: (shown: FormProblems) => ReactNode;
  /** The certificate comparison, rendered over the form. */
  readonly prompt: ReactNode;
  /** The address as it would be saved. */
  readonly address: string;
  readonly onInput: (address: string) => void;
  readonly onBlur: (event: FocusEvent<HTMLFormElement>) => void;
  /**
   * The ID of the result for this address; `unseen` if it is less secure than what was typed and has not been read yet.
   */
  readonly finding: (address: string) => Promise<string | null | 'unseen'>;
  /** The same for a log-in: waits for the probe and returns its problem. */
  readonly findingToLogIn: (address: string) => Promise<Result<string> | 'unseen'>;
  /** Opens the certificate comparison; calls `goOn` once it is trusted and the server was probed again. */
  readonly compare: (met: CertificateProblem, goOn: () => void) => void;
}

interface Start {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly from: string;
  readonly profileId: ProfileId | null;
  readonly lookAtOnce: boolean;
}

/** Probes the address of a form while it is typed. */
export function useFormProbe({ form, from, profileId, lookAtOnce }: Start): FormProbe {
  const probing = useProbe(from, profileId, lookAtOnce);
  const [typed, setTyped] = useState(from);
  const [met, setMet] = useState<{ problem: CertificateProblem; goOn: () => void } | null>(null);
  const { state } = probing;
  const read = state.kind === 'found' ? state.finding : null;

  const onInput = (address: string): void => {
    setTyped(address);
    probing.setAddress(address);
  };

  const onUse = (address: string): void => {
    const field = form.current?.elements.namedItem('address');
    if (!(field instanceof HTMLInputElement)) return;
    field.value = address;
    field.focus();
    onInput(address);
    probing.startNow();
  };

  return {
    note: (shown) => (
      <ProbeNote
        state={state.kind === 'failed' && isRepeated(shown, state.problem) ? { kind: 'idle' } : state}
        typed={typed}
        explains={from === '' || typed !== from}
        onUse={onUse}
        onCompare={(problem) => setMet({ problem, goOn: () => undefined })}
      />
    ),
    prompt:
      met === null ? null : (
        <CertificateDialog
          profileId={null}
          problem={met.problem}
          trust={(decision) => probing.trust(met.problem, decision)}
          onClose={() => setMet(null)}
          onTrusted={() => {
            setMet(null);
            met.goOn();
          }}
        />
      ),
    address: read?.completesTyped ? addressText(read.address) : typed,
    onInput,
    onBlur: ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === 'address') probing.startNow();
    },
    finding: async (address) => {
      const found = await probing.waitBriefly();
      if (found === null) return null;
      return found !== read && isLessSecure(found, address) ? 'unseen' : found.id;
    },
    findingToLogIn: async (address) => {
      // Password managers may fill in an address without an event.
      probing.setAddress(address);
      const looked = await probing.wait();
      if (!looked.ok) return looked;
      return looked.value !== read && isLessSecure(looked.value, address) ? 'unseen' : ok(looked.value.id);
    },
    compare: (problem, goOn) => setMet({ problem, goOn }),
  };
}

/** Whether the note would say what the form says, with no button for it. */
function isRepeated(shown: FormProblems, problem: Problem): boolean {
  return (
    isProblemShown(shown, problem) &&
    problem.code !== 'redirected' &&
    problem.code !== 'certificate-untrusted' &&
    problem.code !== 'certificate-changed'
  );
}

/** Whether a password would be sent unencrypted although `http` was not typed. */
function isLessSecure({ address }: ProbeResult, typed: string): boolean {
  return !isEncrypted(address) && !/^https?:/i.test(typed.trim());
}
