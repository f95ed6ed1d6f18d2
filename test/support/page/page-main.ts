import type { Calls } from '../../../contract/bridge.ts';
import type { Result } from '../../../contract/core/result.ts';
import type { AppState } from '../../../contract/state.ts';
import type { FakeMain } from '../fake-bridge/fake-bridge.ts';

/** The name of a call of the page. */
export type CallName = keyof Calls;

/** An answer instead of the fake bridge's; `wait`: its answer, but only once the test releases the call. */
export type Answer = Result<unknown> | 'wait';

/** What stands behind the page of a test. */
export interface PageMain extends FakeMain {
  readonly answers?: Partial<Record<CallName, Answer>>;
}

/** A call that the page made. */
export interface Asked {
  readonly call: CallName;
  readonly request: unknown;
}

/** How a test controls the fake bridge in its page. */
export interface PageSwitch {
  /** Puts another main behind the page, which then looks as just started. */
  readonly begin: (main: PageMain) => Promise<void>;
  readonly asked: (call: CallName) => readonly Asked[];
  readonly answer: (call: CallName, answer: Answer | null) => void;
  readonly release: (call: CallName) => void;
  readonly change: (change: Partial<AppState>) => void;
}
