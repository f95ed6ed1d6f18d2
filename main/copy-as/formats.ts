import { type BuiltInFormat, builtInFormats, type CopyTemplate } from '../../contract/core/copy-format.ts';
import type { FormatPreview } from '../../contract/sessions/copying.ts';
import { httpFile, javaScriptFetch, pythonRequests } from './code.ts';
import { curlInline, curlWithoutToken, httpie, powerShell } from './commands.ts';
import { type CopyFacts, headerLine, headerValue } from './copy-facts.ts';
import {
  brunoEnvironment,
  dotEnv,
  insomniaEnvironment,
  jsonFacts,
  postmanEnvironment,
} from './environments.ts';
import { fillTemplate } from './template.ts';

const texts: {
  readonly [Format in BuiltInFormat]: (facts: CopyFacts, platform: NodeJS.Platform) => string;
} = {
  header: ({ token }) => headerLine(token),
  value: ({ token }) => headerValue(token),
  token: ({ token }) => token,
  'curl-stdin': curlWithoutToken,
  curl: curlInline,
  powershell: powerShell,
  httpie,
  python: pythonRequests,
  javascript: javaScriptFetch,
  'http-file': httpFile,
  postman: postmanEnvironment,
  insomnia: insomniaEnvironment,
  bruno: brunoEnvironment,
  env: dotEnv,
  json: jsonFacts,
};

/** A session in one of the formats that the app brings with it; commands are written for the usual shell of a system. */
export function textIn(format: BuiltInFormat, facts: CopyFacts, platform: NodeJS.Platform): string {
  return texts[format](facts, platform);
}

const bullets = '•'.repeat(16);
// Quoted like a token, and part of no name.
const placeholderToken = 'token-that-is-not-shown-0000000000000000';

/** What each format looks like, the templates last, without the token. */
export function previews(
  facts: Omit<CopyFacts, 'token'>,
  templates: readonly CopyTemplate[],
  platform: NodeJS.Platform,
): readonly FormatPreview[] {
  const shown = { ...facts, token: placeholderToken };
  return [
    ...builtInFormats.map((format) => ({ format, text: masked(textIn(format, shown, platform)) })),
    ...templates.map(({ id, text }) => ({ format: id, text: masked(fillTemplate(text, shown)) })),
  ];
}

/** What a template looks like, without the token. */
export function templatePreview(text: string, facts: Omit<CopyFacts, 'token'>): string {
  return masked(fillTemplate(text, { ...facts, token: placeholderToken }));
}

function masked(text: string): string {
  return text.replaceAll(placeholderToken, bullets);
}
