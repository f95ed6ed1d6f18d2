import { isBuiltInFormat } from '../../contract/core/copy-format.ts';
import type { Problem } from '../../contract/core/problem.ts';
import type { JournalEntry } from '../../contract/journal.ts';
import type { Translate } from '../../contract/texts.ts';

/** The text of a journal entry: the name of the event and its details, one by one and in one line. */
export function describeEntry(
  t: Translate,
  { what, facts }: JournalEntry,
): { readonly title: string; readonly more: string; readonly parts: readonly string[] } {
  const more: string[] = [];
  if (facts.confirmed === false) more.push(t('journal:facts.unconfirmed'));
  if (facts.wayIn === 'face' || facts.wayIn === 'pasted') more.push(t(`journal:facts.${facts.wayIn}`));
  if (facts.production === true) more.push(t('journal:facts.production'));
  if (facts.page === 'api-docs') more.push(t('journal:facts.apiDocs'));
  if (typeof facts.format === 'string' && facts.format !== 'header')
    more.push(describeFormat(t, facts.format));
  if (facts.anyway === true) more.push(t('journal:facts.anyway'));
  if (facts.kept === 'memory') more.push(t('journal:facts.memory'));
  if (facts.replaced === true) more.push(t('journal:facts.replaced'));
  if (facts.otherLogin === true) more.push(t('journal:facts.otherLogin'));
  if (facts.sessionLeft === true) more.push(t('journal:facts.sessionLeft'));
  if (facts.changed === true) more.push(t('journal:facts.changed'));
  if (typeof facts.profiles === 'number') more.push(t('journal:facts.profiles', { count: facts.profiles }));
  if (typeof facts.sessions === 'number') more.push(t('journal:facts.sessions', { count: facts.sessions }));
  if (typeof facts.ofOthers === 'number' && facts.ofOthers > 0)
    more.push(t('journal:facts.ofOthers', { count: facts.ofOthers }));
  if (typeof facts.device === 'string') more.push(facts.device);
  if (typeof facts.added === 'number') more.push(t('journal:facts.added', { count: facts.added }));
  if (typeof facts.changed === 'number') more.push(t('journal:facts.altered', { count: facts.changed }));
  if (typeof facts.lost === 'number' && facts.lost > 0)
    more.push(t('journal:facts.lost', { count: facts.lost }));
  if (typeof facts.gained === 'number' && facts.gained > 0)
    more.push(t('journal:facts.gained', { count: facts.gained }));
  if (facts.access === 'read' || facts.access === 'write') more.push(t(`journal:facts.${facts.access}`));
  if (typeof facts.path === 'string' && facts.path !== '/') more.push(facts.path);
  if (typeof facts.minutes === 'number') more.push(t('journal:facts.minutes', { count: facts.minutes }));
  if (typeof facts.requests === 'number') more.push(t('journal:facts.requests', { count: facts.requests }));
  if (facts.kind === 'ask' || facts.kind === 'note' || facts.kind === 'file')
    more.push(t(`journal:facts.liveKinds.${facts.kind}`));
  if (typeof facts.program === 'string') more.push(describePrograms(t, facts.program));
  if (typeof facts.command === 'string') more.push(`ffsm ${facts.command}`);
  if (typeof facts.reads === 'number' && facts.reads > 1)
    more.push(t('journal:facts.reads', { count: facts.reads }));
  if (facts.left === true) more.push(t('journal:facts.left'));
  if (typeof facts.on === 'boolean') more.push(t(facts.on ? 'journal:facts.on' : 'journal:facts.off'));
  if (typeof facts.file === 'string') more.push(facts.file);
  if (typeof facts.code === 'string' && facts.code !== what) more.push(describeCode(t, facts.code));
  if (typeof facts.rule === 'string') more.push(t(`journal:rules.${facts.rule as 'idle'}`));
  if (facts.from !== undefined && facts.to !== undefined)
    more.push(`${describeValue(t, what, facts.from)} → ${describeValue(t, what, facts.to)}`);
  const reason = facts.reason ?? facts.by;
  if (typeof reason === 'string') more.push(describeReason(t, reason));
  return { title: t(`journal:events.${what}`), more: more.join(' · '), parts: more };
}

/** A template by the word for it, since it may be called otherwise by now. */
function describeFormat(t: Translate, format: string): string {
  return t(`copying:formats.${isBuiltInFormat(format) ? format : 'template'}`);
}

/** The programs that read a live file, with colons between. */
function describePrograms(t: Translate, programs: string): string {
  if (programs === 'unknown') return t('journal:facts.unknownProgram');
  return programs.replaceAll(':', ', ');
}

/** An unknown code of a later version is shown as it is. */
function describeCode(t: Translate, code: string): string {
  const key = `problems:${code as Problem['code']}.title` as const;
  const words = t(key);
  return words === key ? code : words;
}

function describeReason(t: Translate, reason: string): string {
  const key = `journal:reasons.${reason as 'asked'}` as const;
  const words = t(key);
  return words === key ? reason : words;
}

/** The value before or after a change; proxies, and what a later version says, are shown as they are. */
function describeValue(t: Translate, what: JournalEntry['what'], value: string | number | boolean): string {
  if (typeof value === 'number')
    return t(what === 'clipboard-rule' ? 'journal:values.seconds' : 'journal:values.minutes', {
      count: value,
    });
  if (what === 'certificate-trusted' || what === 'trust-changed') return describeTrust(t, String(value));
  const key = `journal:values.${value as 'never'}` as const;
  const isWord = typeof value === 'string' && /^(system|direct|never|on|off)$/.test(value);
  return isWord ? t(key) : String(value);
}

/** How a server was trusted: `system`, or the kind and the beginning of a fingerprint: `pin:0123456789abcdef`. */
function describeTrust(t: Translate, value: string): string {
  if (value === 'system') return t('journal:values.trust.system');
  const [, kind, start] = /^(pin|ca):([0-9a-f]{16})$/.exec(value) ?? [];
  if (kind === undefined || start === undefined) return value;
  const fingerprint = start.toUpperCase().replace(/..(?=.)/g, '$&:');
  return t(`journal:values.trust.${kind as 'pin' | 'ca'}`, { fingerprint });
}
