import { bridge } from '../bridge.ts';

/** Tells main when the browser hears that the network came or went; main looks for itself and asks nobody else. */
export function followNetwork(): void {
  const hint = () => void bridge.networkMayHaveChanged();
  window.addEventListener('online', hint);
  window.addEventListener('offline', hint);
}
