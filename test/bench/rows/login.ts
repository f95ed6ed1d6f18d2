import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { operator } from '../../emulator/default-users.ts';
import { startEmulator } from '../../emulator/emulator.ts';
import { MainWindow } from '../../support/app/pages.ts';
import { budgets } from '../budgets.ts';
import { type Driven, whileDriven } from '../driven.ts';
import { median } from '../numbers.ts';
import { inTurns } from '../rounds.ts';
import { comparedRow, type Row } from '../row.ts';
import { seededSubjects } from '../seed.ts';
import type { Stage } from '../subject.ts';

const loginsInRound = 3;
/** The app limits log-ins of a profile to one a second. */
const betweenLoginsMs = 1_100;
const name = 'Bench';

/**
 * Time from Enter in the log-in form until the header can be copied, compared with `curl … | jq` in a running shell.
 *
 * Both end when the token can be used; what the screen or the terminal still has to draw is left out of both. The note
 * says when the frame was painted.
 */
export async function loginRows(stage: Stage, rounds: number): Promise<Row[]> {
  const { own } = await seededSubjects(stage, 'login', 0);
  const emulator = await startEmulator();
  const terminal = openTerminal();
  const paintedAfter: number[] = [];
  try {
    const compared = await whileDriven([own], stage, async (driven) => {
      const window = new MainWindow(driven.page);
      await window.addOnly({ address: emulator.base, name, userName: operator.name });
      const command = curlCommand(emulator.base);
      const round = async (once: () => Promise<number>) => {
        const times: number[] = [];
        for (let login = 0; login < loginsInRound; login += 1) times.push(await once());
        return median(times);
      };
      const logInOnce = async () => {
        const { offered, painted } = await logIn(driven, window);
        paintedAfter.push(painted);
        return offered;
      };
      // Warm-up.
      await logIn(driven, window);
      await timeInShell(terminal, command);
      return inTurns(
        rounds,
        () => round(logInOnce),
        () => round(() => timeInShell(terminal, command)),
      );
    });
    const painted = `The frame was painted after ${median(paintedAfter).toFixed(1)} ms.`;
    const note = `Each round is the median of ${loginsInRound} log-ins; both log in to the same emulated server. ${painted}`;
    return [comparedRow(budgets.login, 'curl | jq', compared, note)];
  } finally {
    terminal.shell.kill();
    await emulator.close();
  }
}

/** Times since the key, in ms. */
interface LoginTimes {
  readonly offered: number;
  readonly painted: number;
}

async function logIn({ page }: Driven, window: MainWindow): Promise<LoginTimes> {
  const row = window.row(name);
  await window.button('Log in', row).click();
  await window.field('Password').fill(operator.password);
  await page.evaluate(watchLogin);
  await page.keyboard.press('Enter');
  // Nothing else is asked meanwhile: Playwright's own waiting would search the page in each frame.
  const times = (await page.evaluate('globalThis.loginTimes')) as LoginTimes;
  await page.evaluate(`(async () => {
    const { rows: [row] } = JSON.parse(await bridge.readState());
    await bridge.logout({ profileId: row.profile.id });
  })()`);
  await window.button('Log in', row).waitFor();
  await pause(betweenLoginsMs);
  return times;
}

/** Waits until the dialog is closed and the row offers to copy the header, and for the frame that shows it. */
const watchLogin = `(() => {
  let enterAt = 0;
  addEventListener('keydown', (event) => { enterAt = event.timeStamp; }, { capture: true, once: true });
  const isOffered = () => enterAt > 0 && document.querySelector('[role=dialog]') === null
    && [...document.querySelectorAll('[role=grid] [role=row] button')].some(({ textContent }) => textContent === 'Copy header');
  globalThis.loginTimes = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isOffered()) return;
      observer.disconnect();
      const offered = performance.now() - enterAt;
      const afterPaint = new MessageChannel();
      afterPaint.port1.onmessage = () => resolve({ offered, painted: performance.now() - enterAt });
      requestAnimationFrame(() => afterPaint.port2.postMessage(0));
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  });
})()`;

function curlCommand(base: string): string {
  const { name: user, password } = operator;
  const body = JSON.stringify({ uuid: 'bench-curl', mobile: false, device_info: {} });
  return `curl -s -u '${user}:${password}' -H 'Content-Type: application/json' -d '${body}' ${base}/auth/login/ | jq -r .token`;
}

/** Runs a command in a shell that keeps running; returns the time until the token is printed, in ms. */
async function timeInShell({ shell, lines }: Terminal, command: string): Promise<number> {
  const startedAt = performance.now();
  shell.stdin.write(`${command}; echo end\n`);
  const token = await lines.next();
  const tookMs = performance.now() - startedAt;
  if (!/^[0-9a-f]{64}$/.test(String(token.value)))
    throw new Error(`curl and jq printed no token but "${token.value}". Are both installed?`);
  await lines.next();
  return tookMs;
}

interface Terminal {
  readonly shell: ChildProcessByStdio<Writable, Readable, null>;
  readonly lines: AsyncIterator<string>;
}

function openTerminal(): Terminal {
  const shell = spawn('sh', [], { stdio: ['pipe', 'pipe', 'ignore'] });
  return { shell, lines: createInterface({ input: shell.stdout })[Symbol.asyncIterator]() };
}
