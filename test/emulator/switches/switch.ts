/** One thing about the emulator that can be changed while it runs. */
export interface Switch<Value> {
  readonly normal: Value;
  /** The values as the printed help shows them. */
  readonly values: string;
  readonly does: string;
  /** Reads a value typed by a person; undefined when it is not one of the values. */
  readonly read: (text: string) => Value | undefined;
}

/** A switch with a few named positions; the first is the normal one. */
export function oneOf<const Choice extends string>(
  choices: readonly [Choice, ...Choice[]],
  does: string,
): Switch<Choice> {
  return {
    normal: choices[0],
    values: choices.map((choice) => choice || '(empty)').join(' | '),
    does,
    read: (text) => choices.find((choice) => choice === text),
  };
}

/** A switch that is a number, negative only where that has a meaning. */
export function aNumber(normal: number, does: string, least = 0): Switch<number> {
  return {
    normal,
    values: least < 0 ? 'number, may be negative' : 'number',
    does,
    read: (text) => {
      const value = text.trim() === '' ? Number.NaN : Number(text);
      return Number.isNaN(value) || value < least ? undefined : value;
    },
  };
}

/** A switch that is free text. */
export function someText(normal: string, does: string): Switch<string> {
  return { normal, values: 'text', does, read: (text) => text };
}

/** A switch that is on or off, normally off. */
export function onOff(does: string, normal = false): Switch<boolean> {
  return {
    normal,
    values: 'on | off',
    does,
    read: (text) => (text === 'on' ? true : text === 'off' ? false : undefined),
  };
}
