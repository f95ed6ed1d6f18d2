import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCommandLine } from '../command-line.ts';
import { defaultUsers } from '../default-users.ts';
import { startEmulator } from '../emulator.ts';
import { switchNames } from './switch-table.ts';

const program = fileURLToPath(new URL('../index.ts', import.meta.url));

/** The running program, its output and its exit. */
interface Run {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function run(...words: string[]): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...words], { stdio: 'pipe' });
  let said = '';
  child.stdout?.on('data', (piece) => {
    said += piece;
  });
  child.stderr?.on('data', (piece) => {
    said += piece;
  });
  return { child, said: () => said, ended: new Promise((resolve) => child.on('close', resolve)) };
}

describe('the emulator program', () => {
  test('says where it listens, who may log in and what can be switched, and obeys what is typed', async () => {
    const { child, said, ended } = run(
      '--port',
      '0',
      '--api',
      '--fault',
      'delayMs=5',
      '--fault',
      'hang=on@/settings',
    );
    await expect.poll(said, { timeout: 15_000 }).toContain('curl');
    for (const { name, password } of defaultUsers)
      expect(said()).toMatch(new RegExp(`${name} +${password} `));
    for (const name of switchNames) expect(said()).toContain(`  ${name}=`);
    expect(said()).toContain('  delayMs=5 ');
    expect(said()).toContain('  hang=on@/settings');

    const base = /http:\/\/127\.0\.0\.1:\d+\/api/.exec(said())?.[0];
    child.stdin?.write('captivePortal=on\nauthType=palm\n');
    await expect.poll(said).toContain('Done.');
    await expect.poll(said).toContain('"palm" is not a value of authType');
    expect(await (await fetch(`${base}/config.json`)).text()).toContain('Guest network');

    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said()).toContain('The emulator was told to stop (SIGTERM).');
  });

  test('keeps running when nobody can type, and ends on an interrupt', async () => {
    const { child, said, ended } = run('--port', '0');
    child.stdin?.end();
    await expect.poll(said, { timeout: 15_000 }).toContain('curl');
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(said()).toContain('The emulator was told to stop (SIGINT).');
  });

  test('says when its port is in use and ends with code 1', async () => {
    const other = await startEmulator();
    const { said, ended } = run('--port', String(other.port));
    expect(await ended).toBe(1);
    await other.close();
    expect(said()).toBe(
      `Port ${other.port} on 127.0.0.1 is in use by another program. Choose another with --port.\n`,
    );
  });
});

describe('the command line of the emulator', () => {
  test('means port 8080 of this computer over HTTP when it is empty', () => {
    expect(readCommandLine([])).toEqual({
      help: false,
      port: 8080,
      host: '127.0.0.1',
      https: false,
      switches: {},
      limited: [],
    });
  });

  test('understands every option', () => {
    const words =
      '--port 9000 --host 0.0.0.0 --https --api --auth-type face --session-seconds 60 --fault gzip=always --fault=hang=on@/settings';
    expect(readCommandLine(words.split(' '))).toEqual({
      help: false,
      port: 9000,
      host: '0.0.0.0',
      https: true,
      switches: { prefix: '/api', authType: 'face', sessionSeconds: 60, gzip: 'always' },
      limited: ['hang=on@/settings'],
    });
  });

  for (const [words, sentence] of [
    ['--prot 80', "Unknown option '--prot'."],
    ['8080', "Unexpected argument '8080'."],
    ['--constructor', "Unknown option '--constructor'."],
    ['--https=no', "Option '--https' does not take an argument."],
    ['--port', "Option '--port <value>' argument missing."],
    ['--port --https', "Option '--port' argument is ambiguous."],
    ['--port eighty', '"eighty" is not a port: use a number from 0 to 65535.'],
    ['--port 65536', '"65536" is not a port: use a number from 0 to 65535.'],
    ['--fault nothing', 'There is no switch in "nothing"; write name=value or name=value@/path/.'],
  ] as const) {
    test(`"${words}" is refused with a sentence`, () => {
      expect(readCommandLine(words.split(' '))).toBe(sentence);
    });
  }
});
