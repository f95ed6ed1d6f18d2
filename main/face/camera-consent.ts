import type { Profile } from '../../contract/profiles/profile.ts';
import type { Confirmations } from '../confirmations/confirmation.ts';

/** For which servers a person has let the camera be used since the start, or since the last lock. */
export class CameraConsent {
  readonly #confirmations: Confirmations;
  readonly #given = new Set<string>();

  constructor(confirmations: Confirmations) {
    this.#confirmations = confirmations;
  }

  /** Asks a person, once for each server. */
  async ask(profile: Profile): Promise<boolean> {
    if (this.isGiven(profile)) return true;
    const host = new URL(profile.address.origin).host;
    // SECURITY: the page must not be able to turn on a camera on its own (0015, 0022).
    const given = await this.#confirmations.ask(({ camera, cancel }) => ({
      message: camera.ask.replace('{{host}}', () => host),
      detail: camera.detail,
      confirm: camera.confirm,
      cancel,
    }));
    if (given) this.#given.add(serverKey(profile));
    return given;
  }

  isGiven(profile: Profile): boolean {
    return this.#given.has(serverKey(profile));
  }

  drop(): void {
    this.#given.clear();
  }
}

/** Where a recorded face would go. Its certificate may be compared only after the recording. */
function serverKey({ address, proxy }: Profile): string {
  return JSON.stringify([address.origin, address.basePath, proxy]);
}
