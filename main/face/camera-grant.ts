/** Long enough to record a face several times, in ms. */
const maxMs = 5 * 60_000;

/** What Chromium says of a permission that a page asks for. */
export interface AskedPermission {
  readonly name: string;
  /** The kinds of media that are wanted; empty for those of a screen or a tab. */
  readonly media: readonly string[];
  readonly isMainFrame: boolean;
  readonly url: string;
}

/** Whether the page may use the camera: from the face dialog's call until its end, and five minutes at most. */
export class CameraGrant {
  readonly #elapsed: () => number;
  #openedAt: number | null = null;

  /** `elapsed` is in ms of a monotonic clock. */
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

  /** Is this the camera, nothing but the camera, for our own page, while it is open? */
  allows({ name, media, isMainFrame, url }: AskedPermission, pageUrl: string): boolean {
    if (!this.isOpen || name !== 'media' || !isMainFrame || url !== pageUrl) return false;
    // SECURITY: never a microphone, not even together with a camera, and never a screen (0015).
    return media.length > 0 && media.every((kind) => kind === 'video');
  }
}
