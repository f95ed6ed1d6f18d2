import { normalize, otherLayouts } from '../../../contract/search/normalize.ts';
import { choices } from '../../../contract/settings.ts';
import type { Translate } from '../../../contract/texts.ts';
import {
  type ChoiceEntry,
  type ChoiceName,
  choiceEntries,
  type SettingEntry,
  type SettingName,
  settingEntries,
} from './setting-entries.ts';

/**
 * The lines of the settings with a word for every typed beginning in their section, label, explanation or values; null
 * if nothing is typed. If there are none, what the same keys give on another keyboard layout is searched for.
 */
export function findSettings(t: Translate, typed: string): ReadonlySet<SettingName> | null {
  if (wordsOf(typed).length === 0) return null;
  const texts = Object.entries(settingEntries).map(
    ([name, entry]) => [name as SettingName, textOf(t, name as SettingName, entry)] as const,
  );
  for (const variant of [typed, ...otherLayouts(typed)]) {
    const words = wordsOf(variant);
    const found = texts.filter(([, text]) => words.every((word) => text.includes(` ${word}`)));
    if (found.length > 0) return new Set(found.map(([name]) => name));
  }
  return new Set();
}

function textOf(t: Translate, name: SettingName, entry: SettingEntry): string {
  const { section, label, hint, also } = entry;
  const parts = [t(`settings:sections.${section}`), label(t), hint?.(t) ?? '', also?.(t) ?? ''];
  const values = name in choiceEntries ? valuesOf(t, name as ChoiceName) : [];
  return ` ${wordsOf([...parts, ...values].join(' ')).join(' ')}`;
}

function valuesOf(t: Translate, name: ChoiceName): readonly string[] {
  const { value } = choiceEntries[name] as ChoiceEntry;
  return value === undefined ? [] : choices[name].map((one) => value(t, one as never));
}

function wordsOf(text: string): readonly string[] {
  return normalize(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Where words of a text begin as typed, for marking; in order, without overlap. */
export function markedParts(text: string, typed: string): readonly { start: number; end: number }[] {
  const folded = normalize(text);
  // A text whose length changes, as by accents of their own, is shown without marks.
  if (folded.length !== text.length) return [];
  const marks = wordsOf(typed).flatMap((word) => {
    const start = ` ${folded}`.replace(/[^\p{L}\p{N}]/gu, ' ').indexOf(` ${word}`);
    return start < 0 ? [] : [{ start, end: start + word.length }];
  });
  return marks
    .toSorted((one, other) => one.start - other.start)
    .filter(({ start }, index, all) => index === 0 || start >= (all[index - 1]?.end ?? 0));
}
