import { execFile, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ownersIn } from '../../tray/tray-items.ts';

/** Limit for one question to the session bus, in ms. */
const limitMs = 2_000;

/** How long a panel may take to come back, as when it is restarted, in ms. */
const graceMs = 2_000;

/** How often it is asked for, and how far apart in ms. */
const attempts = 10;
const attemptMs = 1_000;

const watcher = 'org.kde.StatusNotifierWatcher';
const properties = 'org.freedesktop.DBus.Properties.Get';
const bus = ['--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus'];

/** Whether a person can see our icon: the desktop has a tray, a panel shows it, and our icon is in it. */
export async function isInTray(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  try {
    // SECURITY: only a tray that says so itself counts, else a hidden window would be out of reach (0047).
    if ((await property('IsStatusNotifierHostRegistered')) !== '(<true>,)') return false;
    for (const owner of ownersIn(await property('RegisteredStatusNotifierItems')))
      if (await isOurs(owner)) return true;
    return false;
  } catch {
    return false;
  }
}

/** Whether a person can see our icon soon: panels start later than the app, and an icon takes a moment to get there. */
export async function comesIntoTray(): Promise<boolean> {
  for (let attempt = 1; attempt < attempts; attempt += 1) {
    if (await isInTray()) return true;
    await pause(attemptMs);
  }
  return isInTray();
}

/** Calls back once our icon is not to be seen any more; returns the function that ends the watch. */
export function watchTray(onGone: () => void): () => void {
  if (process.platform !== 'linux') return () => undefined;
  let isOver = false;
  let isAsking = false;
  /** Whether the tray has changed since it was asked last. */
  let isNews = false;
  const child = spawn('gdbus', ['monitor', '--session', '--dest', watcher], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stop = () => {
    isOver = true;
    process.off('exit', stop);
    child.kill();
  };
  const isGone = async () => {
    if (await isInTray()) return false;
    await pause(graceMs);
    return !(await isInTray());
  };
  const ask = async () => {
    isNews = true;
    if (isAsking) return;
    isAsking = true;
    while (isNews && !isOver) {
      isNews = false;
      if (!(await isGone()) || isOver) continue;
      stop();
      onGone();
    }
    isAsking = false;
  };
  child.stdout.on('data', () => void ask());
  child.on('error', () => isOver || onGone());
  child.on('exit', () => isOver || onGone());
  process.on('exit', stop);
  return stop;
}

function property(name: string): Promise<string> {
  return call(['--dest', watcher, '--object-path', '/StatusNotifierWatcher'], properties, watcher, name);
}

async function isOurs(owner: string): Promise<boolean> {
  const answer = await call(bus, 'org.freedesktop.DBus.GetConnectionUnixProcessID', owner);
  return answer === `(uint32 ${process.pid},)`;
}

async function call(to: readonly string[], method: string, ...values: readonly string[]): Promise<string> {
  const args = ['call', '--session', ...to, '--method', method, ...values];
  return (await promisify(execFile)('gdbus', args, { timeout: limitMs })).stdout.trim();
}
