import type { UnreachableReason } from '../../../contract/core/connection-problem.ts';

/** How a proxy failed to open a tunnel. */
export type ProxyFailure =
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason }
  | { readonly kind: 'wants-login'; readonly schemes: readonly string[] }
  /** The HTTP status, or the SOCKS reply code, which is below 256. */
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'strange' };

/** Thrown if a proxy opened no tunnel; nothing was sent to the server. */
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

/** Thrown if the system's settings contain no usable route. */
export class NoUsableRoute extends Error {
  constructor(readonly answer: string) {
    super('No usable proxy');
    this.name = 'NoUsableWay';
  }
}
