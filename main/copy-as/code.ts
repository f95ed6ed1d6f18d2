import { type CopyFacts, headerLine, headerValue, meUrl } from './copy-facts.ts';
import { quoteForCode, withoutControls } from './quoting.ts';

/** A session of Python's `requests`, with one request. */
export function pythonRequests(facts: CopyFacts): string {
  return lines(
    'import requests',
    '',
    'session = requests.Session()',
    `session.headers['Authorization'] = ${quoteForCode(headerValue(facts.token))}`,
    `print(session.get(${quoteForCode(meUrl(facts))}).json())`,
  );
}

/** A request by `fetch` of a browser or Node.js, in an ES module. */
export function javaScriptFetch(facts: CopyFacts): string {
  return lines(
    `const response = await fetch(${quoteForCode(meUrl(facts))}, {`,
    `  headers: { Authorization: ${quoteForCode(headerValue(facts.token))} },`,
    '});',
    'console.log(await response.json());',
  );
}

/** A request in a `.http` file, which editors run. */
export function httpFile(facts: CopyFacts): string {
  return lines(
    `### ${withoutControls(facts.name)}, ${withoutControls(facts.userName)}`,
    `GET ${meUrl(facts)}`,
    headerLine(facts.token),
    'Accept: application/json',
  );
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
