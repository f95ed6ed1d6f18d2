import { type RefObject, useRef, useState } from 'react';
import { secondsUntil } from '../../contract/core/durations.ts';
import type { Problem } from '../../contract/core/problem.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { bridge } from '../bridge.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { takeTyped } from '../components/passwords/password-input.tsx';
import { updateClock, useNow } from '../time/clock.ts';

/** The state of unlocking the window or the vault. */
export interface UnlockState {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly busy: boolean;
  /** The problem of the last attempt, with the seconds left to wait. */
  readonly problem: Problem | null;
  /** Seconds until the next attempt with a passphrase. */
  readonly waitSeconds: number;
  /** Unlocks with the passphrase of the form; without a field, with the keyring. */
  readonly submit: (form: HTMLFormElement) => void;
  readonly openByKeyring: () => Promise<void>;
}

/** Unlocks the window or the vault from a form, and counts down the delay after wrong attempts. */
export function useUnlock(onOpened: () => void): UnlockState {
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [until, setUntil] = useState<EpochMs | null>(null);
  const waitSeconds = secondsUntil(until ?? 0, useNow(until));
  useFormFocus(form, problem);

  async function open(passphrase: string | null): Promise<void> {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const result = await bridge.unlock({ passphrase });
    setBusy(false);
    if (result.ok) return onOpened();
    setProblem(result.problem);
    if (result.problem.code !== 'passphrase-later') return;
    updateClock();
    setUntil(Date.now() + result.problem.seconds * 1_000);
  }

  function submit(element: HTMLFormElement): void {
    const field = element.elements.namedItem('currentPassphrase');
    if (!(field instanceof HTMLInputElement)) void open(null);
    else if (field.value === '') field.focus();
    else if (waitSeconds === 0) void open(takeTyped(element, 'currentPassphrase'));
  }

  return {
    form,
    busy,
    problem: withSeconds(problem, waitSeconds),
    waitSeconds,
    submit,
    openByKeyring: () => open(null),
  };
}

function withSeconds(problem: Problem | null, seconds: number): Problem | null {
  if (problem?.code !== 'passphrase-later') return problem;
  return seconds === 0 ? null : { ...problem, seconds };
}
