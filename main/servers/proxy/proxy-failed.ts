import type { UnreachableReason } from '../../../contract/core/connection-problem.ts';

/** What a proxy did instead of opening a tunnel. */
export type ProxyFailure =
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason }
  | { readonly kind: 'wants-login'; readonly schemes: readonly string[] }
  /** The HTTP status of its answer, or its SOCKS reply, which is below 256. */
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'strange' };

/** A proxy opened no tunnel, so nothing was sent to the server. */
export class ProxyFailed extends Error {
  constructor(
    /** Host and port of the proxy. */
    readonly proxy: string,
    readonly trouble: ProxyFailure,
  ) {
    super('The proxy failed');
    this.name = 'ProxyFailed';
  }
}

/** The settings of this computer name no way that can be gone. */
export class NoUsableRoute extends Error {
  constructor(readonly answer: string) {
    super('No usable proxy');
    this.name = 'NoUsableWay';
  }
}
