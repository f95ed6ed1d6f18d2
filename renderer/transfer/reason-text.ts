import type { Problem } from '../../contract/core/problem.ts';
import type { Translate } from '../i18n/translate.ts';
import { describeProblem } from '../problems/problem-text.ts';

/** Where the usual sentence tells what to type, which is no help with a file. */
const fileProblems = [
  'address-missing',
  'address-malformed',
  'address-scheme-unsupported',
  'address-holds-credentials',
  'user-name-missing',
  'user-name-has-control-characters',
] as const;

/** Why an entry of a file cannot be used, and on which line it stands. */
export function describeReason(
  t: Translate,
  problem: Problem,
  line: number | null,
  where: Parameters<typeof describeProblem>[2],
): string {
  const code = fileProblems.find((one) => one === problem.code);
  const why =
    code === undefined ? describeProblem(t, problem, where).text : t(`handOver.importing.reasons.${code}`);
  return line === null ? why : t('handOver.importing.onLine', { line, why });
}
