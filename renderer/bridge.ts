import type { Bridge } from '../contract/bridge.ts';

declare global {
  interface Window {
    readonly bridge: Bridge;
  }
}

/** The only way to main: what the preload offers. */
export const bridge: Bridge = window.bridge;
