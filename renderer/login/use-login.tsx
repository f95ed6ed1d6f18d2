import { type ReactNode, useRef, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { useCertificatePrompt } from '../certificate/use-certificate-prompt.tsx';

/** The password and the face token from a form. */
export interface Secrets {
  readonly password: string;
  readonly faceToken: string | null;
  /** Whether to save the password. */
  readonly keepPassword: boolean;
  /** Puts them back into their fields; only if nothing was sent. */
  restore(): void;
}

/** Takes the secrets from a form and empties the fields. */
export function takeSecrets(form: HTMLFormElement): Secrets {
  const fields = ['password', 'faceToken'].map((name) => form.elements.namedItem(name));
  const texts = fields.map((field) => (field instanceof HTMLInputElement ? field.value : ''));
  const fill = (values: readonly string[]): void => {
    for (const [index, field] of fields.entries())
      if (field instanceof HTMLInputElement) field.value = values[index] ?? '';
  };
  const [password = '', faceToken = ''] = texts;
  fill([]);
  return {
    password,
    faceToken: faceToken === '' ? null : faceToken,
    keepPassword: isChecked(form, 'keepPassword'),
    restore: () => fill(texts),
  };
}

function isChecked(form: HTMLFormElement, name: string): boolean {
  const box = form.elements.namedItem(name);
  return box instanceof HTMLInputElement && box.checked;
}

/** A log-in is shown to be running after this time, in ms: drawing it would delay the result of a server nearby. */
const shownAfterMs = 100;

/** The log-in attempts of a form. */
export interface LoginAttempts {
  /** Whether a log-in has been running for long enough to show it. */
  readonly isShown: boolean;
  /** Returns whether a log-in is running. */
  readonly isRunning: () => boolean;
  readonly problem: Problem | null;
  /** Whether the last one was cancelled when the server may already have granted a session. */
  readonly mayBeGranted: boolean;
  readonly setProblem: (problem: Problem | null) => void;
  /** Logs in; true if it succeeded. */
  readonly attempt: (profileId: ProfileId, secrets: Secrets) => Promise<boolean>;
  /** Cancels the running log-in; false if there is none. */
  readonly cancel: () => boolean;
  /** The certificate comparison, rendered over the form. */
  readonly prompt: ReactNode;
}

/**
 * Logs in from a form; an untrusted certificate is compared first, then `goOn` submits the form again. `before` is an
 * earlier problem.
 */
export function useLogin(goOn: () => void, before: Problem | null = null): LoginAttempts {
  const running = useRef<ProfileId | null>(null);
  const [isShown, setShown] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(before);
  const [mayBeGranted, setMayBeGranted] = useState(false);
  const { handles, prompt } = useCertificatePrompt(goOn, setProblem);

  async function attempt(profileId: ProfileId, { restore, ...secrets }: Secrets): Promise<boolean> {
    running.current = profileId;
    const showing = setTimeout(() => setShown(true), shownAfterMs);
    setProblem(null);
    setMayBeGranted(false);
    const result = await bridge.login({ profileId, ...secrets });
    running.current = null;
    clearTimeout(showing);
    setShown(false);
    if (result.ok) return true;
    // Nothing was sent, so the password returns to its field until the certificate is compared.
    if (handles(profileId, result.problem)) restore();
    else if (result.problem.code === 'cancelled') {
      setMayBeGranted(result.problem.mayBeGranted === true);
      restore();
    } else setProblem(result.problem);
    return false;
  }

  return {
    isShown,
    isRunning: () => running.current !== null,
    problem,
    mayBeGranted,
    setProblem,
    attempt,
    cancel: () => {
      if (running.current === null) return false;
      void bridge.cancelLogin({ profileId: running.current });
      return true;
    },
    prompt,
  };
}
