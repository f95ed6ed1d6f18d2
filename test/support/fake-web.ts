import type { WebSurroundings, WebWindow, WebWindowPlan } from '../../main/web-interface/web-window.ts';

/** A web window without Electron. */
export interface FakeWindow {
  readonly plan: WebWindowPlan;
  /** What was done with it, in order. */
  readonly did: string[];
}

/** The web windows of an app without Electron, and the addresses opened in the browser. */
export interface FakeWeb extends WebSurroundings {
  readonly windows: FakeWindow[];
  readonly addresses: string[];
}

/** Opens web windows that show nothing. */
export function fakeWeb(): FakeWeb {
  const windows: FakeWindow[] = [];
  const addresses: string[] = [];
  return {
    windows,
    addresses,
    openWindow: async (plan) => {
      const did: string[] = [];
      windows.push({ plan, did });
      const window: WebWindow = {
        focus: () => void did.push('focus'),
        show: ({ session, trouble }) => void did.push(`show ${session.word}${trouble ? ' trouble' : ''}`),
        setTitle: () => undefined,
        startAgain: () => void did.push('start again'),
        close: () => {
          if (did.includes('close')) return;
          did.push('close');
          plan.events.closed();
        },
      };
      return window;
    },
    openAddress: async (address) => void addresses.push(address),
    showMainWindow: () => undefined,
  };
}
