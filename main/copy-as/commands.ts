import type { CopyFormat } from '../../contract/core/copy-format.ts';
import { type CopyFacts, headerLine, headerValue, mePath, meUrl } from './copy-facts.ts';
import { quoteForPowerShell, quoteForShell } from './quoting.ts';

/** What the shell that a command is pasted into understands. */
interface Shell {
  readonly quote: (text: string) => string;
  /** The name of curl's program: in Windows PowerShell, `curl` is another command. */
  readonly curl: string;
}

function shellOf(platform: NodeJS.Platform): Shell {
  return platform === 'win32'
    ? { quote: quoteForPowerShell, curl: 'curl.exe' }
    : { quote: quoteForShell, curl: 'curl' };
}

/**
 * A request by curl without the token: neither the command line, which other users of the computer can see, nor the history
 * of the shell has it. `ffsm` asks the app for it; without it, curl reads the header from its standard input. `-q`: without
 * `~/.curlrc`.
 */
export function curlWithoutToken(facts: CopyFacts, platform: NodeJS.Platform): string {
  const { quote, curl } = shellOf(platform);
  return facts.ffsmName === null
    ? `${curl} -q -H ${quote('@-')} ${quote(meUrl(facts))}`
    : `ffsm curl ${quote(facts.ffsmName)} ${quote(mePath)}`;
}

/** Whether this command reads the header. */
export function awaitsHeader({ ffsmName }: Pick<CopyFacts, 'ffsmName'>, format: CopyFormat): boolean {
  return format === 'curl-stdin' && ffsmName === null;
}

/** A request by curl with the header in the command line. */
export function curlInline(facts: CopyFacts, platform: NodeJS.Platform): string {
  const { quote, curl } = shellOf(platform);
  return `${curl} -q -H ${quote(headerLine(facts.token))} ${quote(meUrl(facts))}`;
}

/** A request by PowerShell, version 5 or later. */
export function powerShell(facts: CopyFacts): string {
  const headers = `@{ Authorization = ${quoteForPowerShell(headerValue(facts.token))} }`;
  return `Invoke-RestMethod -Uri ${quoteForPowerShell(meUrl(facts))} -Headers ${headers}`;
}

/** A request by HTTPie. */
export function httpie(facts: CopyFacts, platform: NodeJS.Platform): string {
  const { quote } = shellOf(platform);
  return `http --ignore-stdin GET ${quote(meUrl(facts))} ${quote(`Authorization:${headerValue(facts.token)}`)}`;
}
