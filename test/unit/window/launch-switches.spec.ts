import { describe, expect, test } from 'vitest';
import { refusedSwitch } from '../../../main/window/launch-switches.ts';

const release = { platform: 'linux', isForTests: false } as const;
const forTests = { platform: 'linux', isForTests: true } as const;

const dangerous = [
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--inspect',
  '--inspect-brk=9229',
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--single-process',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-pac-url=data:,',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--log-net-log=/tmp/net.json',
  '--ssl-key-log-file=/tmp/keys',
  '--js-flags=--expose-gc',
  '--ignore-certificate-errors',
  '--disable-web-security',
  '--load-extension=/tmp/x',
  '--user-agent=x',
  '--use-fake-ui-for-media-stream',
  '--renderer-cmd-prefix=sh',
  '--browser-subprocess-path=/tmp/x',
  '--enable-logging',
  '--disable-features=NetworkServiceSandbox',
  '--require',
];

describe('a release', { tags: ['row-176'] }, () => {
  for (const given of dangerous)
    test(`does not start with ${given}`, () => {
      const name = given.slice(2).split('=')[0] ?? '';
      expect(refusedSwitch(['--lang=ru', given], release)).toBe(name);
    });

  test('knows a switch in every spelling that Chromium takes', () => {
    for (const given of ['-no-sandbox', '--NO-SANDBOX', ' --no-sandbox', '--no-sandbox=1'])
      expect(refusedSwitch([given], release), given).toBe('no-sandbox');
    expect(refusedSwitch(['/no-sandbox'], { ...release, platform: 'win32' })).toBe('no-sandbox');
    expect(refusedSwitch(['/home/ivanov/file'], release)).toBeNull();
  });

  test('starts with what people, desktops and installers give it', () => {
    const usual = ['--lang=ru', '--user-data-dir=/tmp/x', '--ozone-platform=wayland', '--disable-gpu'];
    expect(refusedSwitch(usual, release)).toBeNull();
    expect(
      refusedSwitch(['-psn_0_1234', '-NSQuitAlwaysKeepsWindows'], { ...release, platform: 'darwin' }),
    ).toBeNull();
    expect(refusedSwitch(['--updated'], { ...release, platform: 'win32' })).toBeNull();
    expect(refusedSwitch([], release)).toBeNull();
  });
});

describe('the package that tests drive', () => {
  test('takes what drives it, and nothing else', { tags: ['row-176'] }, () => {
    expect(refusedSwitch(['--inspect=0', '--remote-debugging-port=0', '--no-sandbox'], forTests)).toBeNull();
    const others = dangerous.filter(
      (given) => !/^--(inspect(?!-)|remote-debugging-port|no-sandbox)/.test(given),
    );
    for (const given of others) expect(refusedSwitch([given], forTests), given).not.toBeNull();
  });
});
