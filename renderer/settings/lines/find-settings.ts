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
  return namesWith(typed, (name, { section, label, hint, also }) => [
    ...[t(`settings:sections.${section}`), label(t), hint?.(t) ?? '', also?.(t) ?? ''],
    ...valuesOf(t, name),
  ]);
}

/** The lines of the settings with a word for every typed beginning in their values and further words. */
export function findByValue(t: Translate, typed: string): ReadonlySet<SettingName> {
  if (wordsOf(typed).length === 0) return new Set();
  return namesWith(typed, (name, { also }) => [also?.(t) ?? '', ...valuesOf(t, name)]);
}

function namesWith(
  typed: string,
  textsOf: (name: SettingName, entry: SettingEntry) => readonly string[],
): ReadonlySet<SettingName> {
  const names = Object.keys(settingEntries) as SettingName[];
  const texts = names.map((name) => {
    const words = wordsOf(textsOf(name, settingEntries[name]).join(' '));
    return { name, text: ` ${words.join(' ')}` };
  });
  for (const variant of [typed, ...otherLayouts(typed)]) {
    const words = wordsOf(variant);
    const found = texts.filter(({ text }) => words.every((word) => text.includes(` ${word}`)));
    if (found.length > 0) return new Set(found.map(({ name }) => name));
  }
  return new Set();
}

function valuesOf(t: Translate, name: SettingName): readonly string[] {
  if (!isChoice(name)) return [];
  const { value } = choiceEntries[name] as ChoiceEntry;
  return value === undefined ? [] : choices[name].map((one) => value(t, one as never));
}

function isChoice(name: SettingName): name is ChoiceName {
  return name in choiceEntries;
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
