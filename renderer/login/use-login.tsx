import { type ReactNode, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { useCertificatePrompt } from '../certificate/use-certificate-prompt.tsx';

/** The password and the face check token, taken out of their fields. */
export interface Secrets {
  readonly password: string;
  readonly faceToken: string | null;
  /** Is the password to be kept, so that it need not be typed again? */
  readonly keepPassword: boolean;
  /** Puts them back into their fields; only for a login that never left this computer. */
  restore(): void;
}

/** Takes the secrets out of a form; its fields are empty afterwards. */
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

/** One attempt after another to log in from a form. */
export interface LoginAttempts {
  /** Whose login is under way. */
  readonly loggingInId: ProfileId | null;
  readonly problem: Problem | null;
  /** Was the last one cancelled when the server may have granted a session already? */
  readonly mayBeGranted: boolean;
  readonly setProblem: (problem: Problem | null) => void;
  /** Logs in; true if it worked. */
  readonly attempt: (profileId: ProfileId, secrets: Secrets) => Promise<boolean>;
  readonly cancel: () => void;
  /** The comparison of a certificate that stands in the way, to be shown over the form. */
  readonly prompt: ReactNode;
}

/** Logs in from a form; a certificate in the way is compared first, and `goOn` then sends the form again. `before` went wrong already. */
export function useLogin(goOn: () => void, before: Problem | null = null): LoginAttempts {
  const [loggingInId, setUnder] = useState<ProfileId | null>(null);
  const [problem, setProblem] = useState<Problem | null>(before);
  const [mayBeGranted, setMayBeGranted] = useState(false);
  const { handles, prompt } = useCertificatePrompt(goOn, setProblem);

  async function attempt(profileId: ProfileId, { restore, ...secrets }: Secrets): Promise<boolean> {
    setUnder(profileId);
    setProblem(null);
    setMayBeGranted(false);
    const result = await bridge.login({ profileId, ...secrets });
    setUnder(null);
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
    loggingInId,
    problem,
    mayBeGranted,
    setProblem,
    attempt,
    cancel: () => {
      if (loggingInId !== null) void bridge.cancelLogin({ profileId: loggingInId });
    },
    prompt,
  };
}
