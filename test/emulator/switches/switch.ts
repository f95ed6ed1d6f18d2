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

/** A switch that is a number; `signed` ones may be negative. */
export function aNumber(normal: number, does: string, most = 1e10, signed?: 'signed'): Switch<number> {
  const least = signed ? -most : 0;
  return {
    normal,
    values: `${signed ? 'number, may be negative' : 'number'}, at most ${most}`,
    does,
    read: (text) => {
      const value = text.trim() === '' ? Number.NaN : Number(text);
      return value >= least && value <= most ? value : undefined;
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
