import { existsSync } from 'node:fs';
import { capture, run } from './commands.ts';
import { installable, missingNeeds, type Need, needs } from './system-packages.ts';

type Tell = (sentence: string) => void;

/**
 * Installs the system packages that are wanted, by default what the app and its tests need; false if the person has to do
 * it, with instructions printed.
 */
export async function ensureSystem(tell: Tell, wanted: readonly Need[] = needs): Promise<boolean> {
  if (!isDebianLike()) return true;
  const missing = await stillMissing(wanted);
  if (missing.length === 0) return true;
  const prefix = await howToBecomeRoot();
  if (prefix === undefined) {
    tell(`This system lacks ${missing.length} packages. Run this once, then try again:`);
    tell(byHand(await choose(missing)));
    return false;
  }
  tell(`Installing what this system lacks: ${missing.map(([name]) => name).join(' ')}`);
  if (await install(missing, prefix)) return true;
  tell('The packages could not be installed. Run this, then try again:');
  tell(byHand(await choose(missing)));
  return false;
}

function isDebianLike(): boolean {
  return process.platform === 'linux' && existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg-query');
}

async function stillMissing(wanted: readonly Need[]): Promise<Need[]> {
  // Exits with 1 if any name is unknown, but still lists the others.
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills these in.
  const format = '${Package} ${db:Status-Status}\n';
  const { output } = await capture('dpkg-query', ['-W', '-f', format, ...wanted.flat()]);
  return missingNeeds(output, wanted);
}

/** The command prefix for root: empty for root, undefined if not possible. */
async function howToBecomeRoot(): Promise<readonly string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  const { code } = await capture('sudo', ['-n', 'true']);
  return code === 0 ? ['sudo', '-n'] : undefined;
}

async function install(missing: readonly Need[], prefix: readonly string[]): Promise<boolean> {
  const names = await choose(missing);
  const isListFresh = names.every(({ isKnown }) => isKnown);
  if (isListFresh && (await aptGet(installArguments(names), prefix)))
    return (await stillMissing(missing)).length === 0;
  if (!(await aptGet(['update'], prefix))) return false;
  await aptGet(installArguments(await choose(missing)), prefix);
  return (await stillMissing(missing)).length === 0;
}

interface Choice {
  readonly name: string;
  readonly isKnown: boolean;
}

async function choose(missing: readonly Need[]): Promise<Choice[]> {
  const env = { ...process.env, LC_ALL: 'C' };
  const { output } = await capture('apt-cache', ['policy', ...missing.flat()], { env });
  return missing.map((need) => {
    const known = installable(need, output);
    return { name: known ?? need[need.length - 1] ?? need[0], isKnown: known !== undefined };
  });
}

function installArguments(choices: readonly Choice[]): string[] {
  const quiet = ['-qq', '-o', 'Dpkg::Use-Pty=0', '-o', 'DPkg::Lock::Timeout=300'];
  return ['install', '-y', '--no-install-recommends', ...quiet, ...choices.map(({ name }) => name)];
}

async function aptGet(args: readonly string[], prefix: readonly string[]): Promise<boolean> {
  // Set with `env`, since sudo drops environment variables.
  const [command = 'env', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
  return (await run(command, rest, { show: 'stderr' })) === 0;
}

function byHand(choices: readonly Choice[]): string {
  const names = choices.map(({ name }) => name).join(' ');
  return `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`;
}
