import type { AccessQuestion } from './access-question.ts';
import type { PermissionSpan } from './permissions.ts';

/**
 * The question as the body of a page without scripts, in which every answer is a form that is sent.
 *
 * SECURITY: every text is escaped, and the first button is the one that Enter presses (0052).
 */
export function questionPage(question: AccessQuestion, hasMoreContrast: boolean): string {
  const { title, facts, environment, environmentName, spans, risk, note, deny } = question;
  const [first] = spans;
  const badge = environmentName === '' ? '' : `<span class="badge">${escaped(environmentName)}</span>`;
  return `<form${hasMoreContrast ? ' data-contrast' : ''}><button name="answer" value="deny" hidden></button>
<main>
<header><svg viewBox="0 0 24 24" aria-hidden="true"><path d="m4 17 6-6-6-6M12 19h8" /></svg><h1 id="title">${escaped(title)}</h1></header>
<dl data-environment="${environment}">${facts
    .map(
      ([name, text], at) =>
        `<dt>${escaped(name)}</dt><dd><span>${escaped(text)}</span>${at === 0 ? badge : ''}</dd>`,
    )
    .join('')}</dl>
<fieldset><legend>${escaped(title)}</legend>${spans
    .map(
      ({ span, label, hint }) =>
        `<label><input type="radio" name="span" value="${span}"${span === first?.span ? ' checked' : ''} />${escaped(label)}<small>${escaped(hint)}</small></label>`,
    )
    .join('')}</fieldset>
<p class="risk" id="risk">${escaped(risk)}</p>
</main>
<footer><p>${escaped(note)}</p><button name="answer" value="allow">${spans
    .map(({ span, allow }) => `<span data-for="${span}">${escaped(allow)}</span>`)
    .join(
      '',
    )}</button><button class="deny" name="answer" value="deny" autofocus aria-describedby="title risk">${escaped(deny)}</button></footer>
</form>`;
}

/** The answer in the URL that the page leads to; null: no, which is also what anything unclear means. */
export function answerIn(url: string, { spans }: Pick<AccessQuestion, 'spans'>): PermissionSpan | null {
  if (!URL.canParse(url)) return null;
  const { searchParams } = new URL(url);
  if (searchParams.get('answer') !== 'allow') return null;
  // SECURITY: only what was offered can be chosen (0052).
  return spans.find(({ span }) => span === searchParams.get('span'))?.span ?? null;
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? '');
}
