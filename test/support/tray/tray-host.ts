import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** An entry of the menu of an icon, as the tray of a desktop gets it. */
export interface MenuEntry {
  readonly id: number;
  readonly label: string;
  readonly line: boolean;
  readonly enabled: boolean;
  readonly entries: readonly MenuEntry[];
}

/** The tray of a desktop, with the icon that registered there last. */
export interface TrayHost {
  /** How many icons are there. */
  items(): Promise<number>;
  /** What the icon is called. */
  title(): Promise<string>;
  /** Its PNG files in Base64. */
  icon(): Promise<readonly string[]>;
  menu(): Promise<readonly MenuEntry[]>;
  /** Clicks an entry, found by the labels that lead to it: "Airport – admin", "Copy header". */
  click(...labels: readonly string[]): Promise<void>;
  /** Clicks the icon itself. */
  activate(): Promise<void>;
  /** Loses every icon without a word. */
  forget(): Promise<void>;
  /** Whether a panel shows what registers. */
  host(on: boolean): Promise<void>;
  /** The tray goes away. */
  end(): Promise<void>;
}

const triesToClick = 5;

/** Starts one on the session bus of a desktop. */
export async function startTrayHost(env: NodeJS.ProcessEnv): Promise<TrayHost> {
  const script = join(import.meta.dirname, 'tray-host.py');
  // The system's Python, which has its D-Bus.
  const child = spawn('/usr/bin/python3', [script], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  let last = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const ask = (what: string, more: object = {}): Promise<never> => {
    const answer = turn.then(async () => {
      last += 1;
      child.stdin.write(`${JSON.stringify({ id: last, do: what, ...more })}\n`);
      const { value, error } = JSON.parse((await lines.next()).value ?? '{"error":"The tray has ended"}');
      if (error !== undefined) throw new Error(error);
      return value as never;
    });
    turn = answer.catch(() => undefined);
    return answer;
  };
  const menu = (): Promise<readonly MenuEntry[]> => ask('menu');
  return {
    items: () => ask('items'),
    title: () => ask('title'),
    icon: () => ask('icon'),
    menu,
    click: async (...labels) => {
      for (let left = triesToClick; ; left -= 1) {
        const { id } = entryAt(await menu(), labels);
        try {
          return await ask('click', { entry: id });
        } catch (error) {
          // The menu was made anew meanwhile, so that the entry has another number.
          if (left === 0) throw error;
        }
      }
    },
    activate: () => ask('activate'),
    forget: () => ask('forget'),
    host: (on) => ask('host', { on }),
    end: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** The entry to which these labels lead. */
function entryAt(menu: readonly MenuEntry[], labels: readonly string[]): MenuEntry {
  let entries = menu;
  let found: MenuEntry | undefined;
  for (const label of labels) {
    found = entries.find((entry) => entry.label === label);
    if (!found) throw new Error(`No “${label}” among ${menuText(entries).join(', ')}`);
    entries = found.entries;
  }
  if (!found) throw new Error('No label');
  return found;
}

/** The labels of a menu; those of submenus follow in brackets, and a separator is a dash. */
export function menuText(entries: readonly MenuEntry[]): readonly string[] {
  return entries.map(({ line, label, entries: inner }) =>
    line ? '-' : inner.length === 0 ? label : `${label} [${menuText(inner).join(' | ')}]`,
  );
}
