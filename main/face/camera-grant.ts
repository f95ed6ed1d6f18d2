/** Enough for several recordings, in ms. */
const maxMs = 5 * 60_000;

/** A permission request as Chromium describes it. */
export interface AskedPermission {
  readonly name: string;
  /** The media types asked for; empty for screen or tab capture. */
  readonly media: readonly string[];
  readonly isMainFrame: boolean;
  readonly url: string;
}

/** Whether the page may use the camera: from the call of the face dialog until it closes, for at most five minutes. */
export class CameraGrant {
  readonly #elapsed: () => number;
  #openedAt: number | null = null;

  /** `monotonicNow` is in ms. */
  constructor(monotonicNow: () => number) {
    this.#elapsed = monotonicNow;
  }

  open(): void {
    this.#openedAt = this.#elapsed();
  }

  close(): void {
    this.#openedAt = null;
  }

  get isOpen(): boolean {
    return this.#openedAt !== null && this.#elapsed() - this.#openedAt < maxMs;
  }

  /** Whether this is a request for the camera alone, from our own page, while it is open. */
  allows({ name, media, isMainFrame, url }: AskedPermission, isOurs: (url: string) => boolean): boolean {
    if (!this.isOpen || name !== 'media' || !isMainFrame || !isOurs(url)) return false;
    // SECURITY: no microphone, not even together with the camera, and no screen capture (0015).
    return media.length > 0 && media.every((kind) => kind === 'video');
  }
}
