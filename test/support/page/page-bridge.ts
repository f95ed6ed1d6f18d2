import type { Calls } from '../../../contract/bridge.ts';
import { callNames } from '../../../contract/call-names.ts';
import type { Lock } from '../../../contract/state.ts';
import { fakeBridge } from '../fake-bridge/fake-bridge.ts';
import type { Answer, Asked, CallName, PageMain, PageSwitch } from './page-main.ts';

declare global {
  interface Window {
    pageSwitch: PageSwitch;
  }
}

type AnyCall = (request: unknown) => Promise<unknown>;

// Runs in the page before its own script: puts a fake bridge in the place of the preload script's.
const listeners = new Set<(change: string) => void>();
let answers = new Map<CallName, Answer>();
let asked: Asked[] = [];
let waiting = new Map<CallName, () => void>();
let revision = 0;
let isOpen = true;
let { bridge, stop } = startMain({});

window.pageSwitch = {
  async begin(main) {
    // A dialog that the test before has closed returns the focus first.
    await settle();
    const lock = main.state?.lock ?? { kind: 'open' };
    // The page forgets what it shows when it is locked and when it is unlocked.
    if (isOpen === (lock.kind === 'open')) await replaceMain({ state: { rows: [], lock: otherThan(lock) } });
    await replaceMain(main);
    isOpen = lock.kind === 'open';
  },
  asked: (call) => asked.filter((one) => one.call === call),
  answer: (call, answer) => void (answer === null ? answers.delete(call) : answers.set(call, answer)),
  release: (call) => waiting.get(call)?.(),
  change: (change) => bridge.change(change),
};

function otherThan(lock: Lock): Lock {
  if (lock.kind === 'locked') return { kind: 'open' };
  return { kind: 'locked', reason: 'asked', passphrase: false, keyring: 'none' };
}

function startMain(main: PageMain) {
  // Higher than what the page knows, which then reads the whole state.
  revision += 1_000;
  const started = fakeBridge({ ...main, state: { ...main.state, revision } });
  const hear = (change: string) => {
    for (const listener of listeners) listener(change);
  };
  return { bridge: started, stop: started.onStateChanged(hear) };
}

async function replaceMain({ answers: first = {}, ...main }: PageMain): Promise<void> {
  stop();
  answers = new Map(Object.entries(first) as [CallName, Answer][]);
  asked = [];
  waiting = new Map();
  ({ bridge, stop } = startMain(main));
  for (const listener of listeners) listener(JSON.stringify({ revision }));
  await settle();
}

async function settle(): Promise<void> {
  for (let frames = 0; frames < 3; frames += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

function switchable(call: CallName): AnyCall {
  return async (request) => {
    const answerOfFake = bridge[call] as AnyCall;
    asked.push({ call, request });
    const answer = answers.get(call);
    if (answer === undefined) return answerOfFake(request);
    if (answer !== 'wait') return answer;
    await new Promise<void>((resolve) => waiting.set(call, resolve));
    return answerOfFake(request);
  };
}

const calls = Object.fromEntries(callNames.map((call) => [call, switchable(call)])) as unknown as Calls;
Object.assign(window, {
  bridge: {
    ...calls,
    // Only the first picture of a long list has it asked for.
    readStateNow: () => null,
    onStateChanged(listener: (change: string) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  },
});
