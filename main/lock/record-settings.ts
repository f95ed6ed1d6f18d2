import type { RuleValue } from '../../contract/journal.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Journal } from '../journal/journal.ts';
import type { LiveState } from '../state/live-state.ts';

/** Records changes of clipboard clearing and of the lock settings in the journal. */
export function recordSettings(live: LiveState, journal: Pick<Journal, 'note'>): void {
  let last = live.read().settings;
  live.watch(({ settings }) => {
    if (!settings) return;
    const before = last;
    last = settings;
    const clearing = change(before.clearAfterSeconds, settings.clearAfterSeconds);
    if (clearing) journal.note('clipboard-rule', null, clearing);
    for (const [rule, name] of Object.entries(lockRules)) {
      const changed = change(before[name], settings[name]);
      if (changed) journal.note('lock-rule', null, { rule: rule as keyof typeof lockRules, ...changed });
    }
  });
}

const lockRules = {
  idle: 'lockAfterIdleMinutes',
  screen: 'lockWithScreen',
  sleep: 'lockOnSleep',
  start: 'lockOnQuit',
} as const satisfies Record<string, keyof Settings>;

function change(before: number | boolean | null, after: number | boolean | null) {
  return before === after ? null : { from: ruleValue(before), to: ruleValue(after) };
}

function ruleValue(value: number | boolean | null): RuleValue {
  if (typeof value === 'number') return value;
  return value ? 'on' : value === null ? 'never' : 'off';
}
