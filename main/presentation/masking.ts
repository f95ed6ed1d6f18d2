import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { Placeholders } from './placeholders.ts';

/**
 * What becomes of a text: it stays as it is, since it holds no name, or something else takes its place. `owner`: the object
 * that has the text.
 */
export type TextRule<Owner> = 'keep' | ((text: string, names: Placeholders, owner: Owner) => string);

/** `T` if it can be any text, but not for the literals of a union and the IDs of profiles. */
type FreeText<T> = T extends string
  ? T extends ProfileId
    ? never
    : Record<never, never> extends Record<T, 1>
      ? T
      : never
  : never;

/** Whether a type has free text anywhere: `true`, or `never`. */
export type HasText<T> = T extends string
  ? [FreeText<T>] extends [never]
    ? never
    : true
  : T extends readonly (infer Each)[]
    ? HasText<Each>
    : T extends object
      ? { [Name in keyof T]-?: HasText<T[Name]> }[keyof T]
      : never;

type Elements<T> = T extends readonly (infer Each)[]
  ? [HasText<Each>] extends [never]
    ? never
    : Each
  : never;
type Objects<T> = T extends readonly unknown[] ? never : T extends object ? T : never;
type Names<T> = T extends unknown ? keyof T : never;
type ValueOf<T, Name> = T extends unknown ? (Name extends keyof T ? T[Name] : never) : never;
type TextNames<T> = {
  [Name in Names<T>]: [HasText<ValueOf<T, Name>>] extends [never] ? never : Name;
}[Names<T>];

/**
 * The decisions about all free texts of a type. A new text without a decision does not compile, and neither does a decision
 * about a text that is gone.
 *
 * Of a union it has the properties of all members; of objects with any keys it is one decision about the whole.
 */
export type MaskRules<T, Owner = unknown> = [FreeText<T>] extends [never]
  ? [Elements<T>] extends [never]
    ? ObjectRules<Objects<T>>
    : MaskRules<Elements<T>, Owner>
  : TextRule<Owner>;

type ObjectRules<T> =
  string extends Names<T>
    ? WholeRule<T>
    : Required<T>[keyof T] extends readonly string[]
      ? WholeRule<T>
      : { readonly [Name in TextNames<T>]: MaskRules<ValueOf<T, Name>, T> };

/** What becomes of an object with any keys, or of lists of texts by key. */
type WholeRule<T> = 'keep' | ((whole: T, names: Placeholders) => T);

/** Rules of any type. */
export type AnyRules = 'keep' | ((value: never, names: Placeholders, owner: never) => unknown) | RulesByName;
interface RulesByName {
  readonly [name: string]: AnyRules;
}

/** A value of the same shape with placeholders in the place of names. Empty texts stay empty. */
export function masked<T>(value: T, rules: MaskRules<T>, names: Placeholders): T {
  return maskedBy(value, rules as AnyRules, names) as T;
}

/** The same by rules whose type is not known here. */
export function maskedBy(
  value: unknown,
  rules: AnyRules,
  names: Placeholders,
  owner: unknown = null,
): unknown {
  if (rules === 'keep' || value === null || value === undefined || value === '') return value;
  if (Array.isArray(value)) return value.map((each) => maskedBy(each, rules, names, owner));
  if (typeof value !== 'string' && typeof value !== 'object') return value;
  if (typeof rules === 'function') return rules(value as never, names, owner as never);
  // A literal beside objects, as in `'stopped' | WrittenFile`.
  if (typeof value === 'string') return value;
  const changed: Record<string, unknown> = { ...value };
  for (const [name, rule] of Object.entries(rules))
    if (name in changed) changed[name] = maskedBy(changed[name], rule, names, value);
  return changed;
}
