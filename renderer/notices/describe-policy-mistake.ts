import type { PolicyMistake } from '../../contract/state.ts';
import type { Translate } from '../../contract/texts.ts';

/** What is wrong with a policy file, and where, as a sentence. */
export function describePolicyMistake(t: Translate, { file, where, isFile }: PolicyMistake): string {
  const mistake = isFile ? ofFile(where) : ofContent(where);
  const line = where.slice('JSON:'.length);
  return t(`window:notices.policy-broken.mistakes.${mistake}`, { file, where, line });
}

function ofFile(where: string) {
  if (where === 'owner' || where === 'permissions') return where;
  return where === 'type or size' ? 'kind' : 'unreadable';
}

function ofContent(where: string) {
  if (where === 'JSON') return 'json';
  return /^JSON:\d+$/.test(where) ? 'line' : 'value';
}
