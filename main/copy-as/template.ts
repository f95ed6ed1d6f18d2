import { placeholders } from '../../contract/core/copy-format.ts';
import { type CopyFacts, headerLine } from './copy-facts.ts';
import { withoutControls } from './quoting.ts';

type Placeholder = (typeof placeholders)[number];

/** Fills the placeholders of a template; other texts in braces stay as they are. */
export function fillTemplate(text: string, facts: CopyFacts): string {
  const { name, userName, url, token, expiresAt } = facts;
  const values: Readonly<Record<Placeholder, string>> = {
    token,
    header: headerLine(token),
    url,
    user: withoutControls(userName),
    name: withoutControls(name),
    expires: expiresAt === null ? '' : new Date(expiresAt).toISOString(),
  };
  const known = new RegExp(`\\{(${placeholders.join('|')})\\}`, 'g');
  return text.replace(known, (_, key: Placeholder) => values[key]);
}

/**
 * Whether a token can stand in any template.
 *
 * SECURITY: the template decides about quotes, so that a token of a hostile server, which the preview does not show, could
 * have commands run where the text is pasted (0040).
 */
export function fitsAnyTemplate(token: string): boolean {
  return /^[\w.~+/=-]+$/.test(token);
}
