import type { Bridge } from '../contract/bridge.ts';

declare global {
  interface Window {
    readonly bridge: Bridge;
  }
}

/** The API of the preload script, the only way to main. */
export const bridge: Bridge = window.bridge;
