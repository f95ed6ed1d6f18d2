import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A notification as the desktop got it. */
export interface DesktopNotification {
  readonly program: string;
  readonly title: string;
  readonly body: string;
  /** The names of its buttons; `default` is a click on it. */
  readonly actions: readonly string[];
  readonly open: boolean;
}

/** The notifications of a desktop. */
export interface NotificationService {
  shown(): Promise<readonly DesktopNotification[]>;
  /** Clicks the last one. */
  click(): Promise<void>;
  end(): Promise<void>;
}

/** Starts them on the session bus of a desktop. */
export async function startNotificationService(env: NodeJS.ProcessEnv): Promise<NotificationService> {
  const script = join(import.meta.dirname, 'notification-service.py');
  // The system's Python, which has its D-Bus.
  const child = spawn('/usr/bin/python3', [script], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  let turn: Promise<unknown> = Promise.resolve();
  const ask = (what: string): Promise<never> => {
    const answer = turn.then(async () => {
      child.stdin.write(`${JSON.stringify({ id: 0, do: what })}\n`);
      const { value, error } = JSON.parse((await lines.next()).value ?? '{"error":"It has ended"}');
      if (error !== undefined) throw new Error(error);
      return value as never;
    });
    turn = answer.catch(() => undefined);
    return answer;
  };
  return {
    shown: () => ask('shown'),
    click: () => ask('click'),
    end: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
