/** A line of the performance budget. */
export interface Budget {
  readonly name: string;
  readonly unit: 'ms' | 'MiB' | 'MB';
  /** What is compared with the budget: a ratio, a ratio shown as growth in percent, or the value itself. */
  readonly kind: 'ratio' | 'growth' | 'number';
  /** The run fails above this; null if the value is for information only. */
  readonly budget: number | null;
  /** The goal, which is stricter than the budget. */
  readonly goal: number | null;
}

const time = { unit: 'ms', kind: 'ratio' } as const;
const memory = { unit: 'MiB', kind: 'ratio' } as const;
const size = { unit: 'MB', kind: 'number' } as const;

/** The performance budget; docs/performance.md describes how each row is measured. */
export const budgets = {
  start0: { name: 'start to usable list, no profile', ...time, budget: 1.18, goal: 1.08 },
  start50: { name: 'start to usable list, 50 profiles', ...time, budget: 1.25, goal: 1.12 },
  start500: { name: 'start to usable list, 500 profiles', ...time, budget: 1.25, goal: 1.12 },
  start5000: { name: 'start to usable list, 5 000 profiles', ...time, budget: 1.35, goal: 1.15 },
  cpu: { name: 'CPU time to ready, 500 profiles', ...time, budget: 1.7, goal: 1.4 },
  memory50: { name: 'memory, idle, 50 profiles', ...memory, budget: 1.15, goal: 1.08 },
  memory5000: { name: 'memory, idle, 5 000 profiles', ...memory, budget: 1.25, goal: 1.15 },
  idleHidden: { name: 'idle CPU in 60 s, hidden', ...time, budget: 1.05, goal: 1 },
  idleShown: { name: 'idle CPU in 60 s, shown', ...time, budget: 1.2, goal: 1.1 },
  liveIdle: { name: 'idle CPU in 60 s, hidden, 50 live channels', ...time, budget: null, goal: null },
  liveMemory: { name: 'memory, idle, 50 live channels', ...memory, budget: null, goal: null },
  sideWindowMemory: { name: 'memory, idle, one side window', ...memory, budget: null, goal: null },
  sideWindowIdle: { name: 'idle CPU in 60 s, one side window', ...time, budget: null, goal: null },
  copy: { name: 'key press to header on the clipboard', ...time, budget: 1.5, goal: 1.2 },
  login: { name: 'log-in, Enter to a header to copy', ...time, budget: 1, goal: 0.7 },
  ffsm: { name: 'ffsm header', ...time, budget: 0.5, goal: 0.25 },
  checks: { name: '200 servers checked, 8 at a time', ...time, budget: 1.15, goal: 1.05 },
  search: { name: 'search key to picture, 5 000 profiles', ...time, budget: 1.5, goal: 1.2 },
  selectAll: { name: 'select all to picture, 5 000 profiles', ...time, budget: 1.5, goal: 1.2 },
  tagAll: { name: 'tag all to picture, 5 000 profiles', ...time, budget: 5, goal: 3 },
  growth: {
    name: 'page memory after 9 800 checks and 200 copies',
    unit: 'MiB',
    kind: 'growth',
    budget: 1.05,
    goal: 1.01,
  },
  asar: { name: 'app.asar', ...size, budget: 2, goal: 1.6 },
  packed: { name: 'app.asar, compressed', ...size, budget: null, goal: null },
} as const satisfies Record<string, Budget>;
