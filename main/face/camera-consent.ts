import type { Profile } from '../../contract/profiles/profile.ts';
import type { Confirmations } from '../confirmations/confirmation.ts';

/** The servers for which a person has allowed the camera since the start or the last lock. */
export class CameraConsent {
  readonly #confirmations: Confirmations;
  readonly #given = new Set<string>();

  constructor(confirmations: Confirmations) {
    this.#confirmations = confirmations;
  }

  /** Asks once per server. */
  async ask(profile: Profile): Promise<boolean> {
    if (this.isGiven(profile)) return true;
    // SECURITY: the page alone must not be able to turn on a camera (0015, 0022).
    const given = await this.#confirmations.ask((t, shown) => ({
      message: t('native:confirmations.camera.ask', {
        host: new URL(shown.profile(profile).address.origin).host,
      }),
      detail: t('native:confirmations.camera.detail'),
      confirm: t('native:confirmations.camera.confirm'),
      cancel: t('native:confirmations.cancel'),
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

/**
 * Address and proxy, that is, where a recorded face would be sent. The certificate may be confirmed after the
 * recording.
 */
function serverKey({ address, proxy }: Profile): string {
  return JSON.stringify([address.origin, address.basePath, proxy]);
}
