import type { Problem } from '../../contract/core/problem.ts';
import { describeProblem } from '../../contract/i18n/problem-text.ts';
import type { Translate } from '../../contract/texts.ts';

/** Problems whose usual text says what to type, which does not help with a file. */
const fileProblems = [
  'address-missing',
  'address-malformed',
  'address-scheme-unsupported',
  'address-holds-credentials',
  'user-name-missing',
  'user-name-has-control-characters',
] as const;

/** Why an entry cannot be imported, and its line number. */
export function describeReason(
  t: Translate,
  problem: Problem,
  line: number | null,
  where: Parameters<typeof describeProblem>[2],
): string {
  const code = fileProblems.find((one) => one === problem.code);
  const why =
    code === undefined ? describeProblem(t, problem, where).text : t(`transfer:importing.reasons.${code}`);
  return line === null ? why : t('transfer:importing.onLine', { line, why });
}
