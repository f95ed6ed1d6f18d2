import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { builtInFormats } from '../../../contract/core/copy-format.ts';
import type { CopyFacts } from '../../../main/copy-as/copy-facts.ts';
import { textIn } from '../../../main/copy-as/formats.ts';
import { quoteForEnv, quoteForShell } from '../../../main/copy-as/quoting.ts';

/** All printable characters that a token may have, and those that end strings twice. */
const nasty = `${String.fromCharCode(...Array.from({ length: 94 }, (_, place) => 33 + place))}'"'"\\'$(id)\`id\``;
const name = `O'Neill "$(id)" \`id\` \\ ‘x’ \u2028 \n rm -rf ~`;
const facts: CopyFacts = {
  ...{ name, userName: name, url: 'https://10.0.4.7', token: nasty },
  expiresAt: 0,
  ffsmName: null,
};

const printed = (script: string) => execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' });

describe('hostile values', () => {
  test('are one argument of a shell', () => {
    expect(printed(`printf %s ${quoteForShell(nasty)}`)).toBe(nasty);
    expect(printed(`printf %s ${quoteForShell(name)}`)).toBe(name);
    const command = textIn('curl', facts, 'linux').replace(/^curl -q -H/, "printf '%s|'");
    expect(printed(command)).toBe(`Authorization: Token ${nasty}|https://10.0.4.7/users/me/|`);
    const httpie = textIn('httpie', facts, 'linux').replace(/^http --ignore-stdin GET/, "printf '%s|'");
    expect(printed(httpie)).toBe(`https://10.0.4.7/users/me/|Authorization:Token ${nasty}|`);
  });

  test('are one argument of fish too, which knows escapes between single quotes', () => {
    for (const text of [nasty, name, String.raw`\';id;#`, '\\'])
      expect(quoteForShell(text)).toMatch(/^'[^'\\]*'(\\['\\]'[^'\\]*')*$/);
    expect(printed(`printf %s ${quoteForShell(String.raw`\';id;#`)}`)).toBe(String.raw`\';id;#`);
  });

  test('are one value of a .env file that a shell reads', () => {
    expect(printed(`X=${quoteForEnv(nasty)}; printf %s "$X"`)).toBe(nasty);
    const withoutLines = name.replace(/\s+/g, ' ');
    expect(printed(`X=${quoteForEnv(withoutLines)}; printf %s "$X"`)).toBe(withoutLines);
    expect(textIn('env', facts, 'linux').trimEnd().split('\n')).toHaveLength(4);
  });

  test('are one string of JavaScript and Python', () => {
    const text = textIn('javascript', facts, 'linux');
    const [, quoted = ''] = /Authorization: ('.*') \},/.exec(text) ?? [];
    // biome-ignore lint/security/noGlobalEval: the quoted text is what is tested.
    expect(globalThis.eval(quoted)).toBe(`Token ${nasty}`);
    expect(textIn('python', facts, 'linux').split('\n')).toHaveLength(6);
  });

  test('double the quotes that PowerShell knows', () => {
    const text = textIn('powershell', { ...facts, token: "a'b" }, 'win32');
    expect(text).toContain("Authorization = 'Token a''b'");
  });

  test('stay one value in every JSON', () => {
    for (const format of ['postman', 'insomnia', 'bruno', 'json'] as const)
      expect(JSON.stringify(JSON.parse(textIn(format, facts, 'linux'))), format).toContain(
        JSON.stringify(nasty),
      );
    for (const format of builtInFormats) expect(() => textIn(format, facts, 'linux')).not.toThrow();
  });
});
