/** A setting of the emulator that can be changed while it runs. */
export interface Switch<Value> {
  readonly normal: Value;
  /** The possible values, for the help. */
  readonly values: string;
  readonly does: string;
  /** Parses a typed value; undefined if it is invalid. */
  readonly read: (text: string) => Value | undefined;
}

/** A switch with named values; the first is the normal one. */
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

/** A switch with a number; `signed` ones may be negative. */
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

/** A switch with free text. */
export function someText(normal: string, does: string): Switch<string> {
  return { normal, values: 'text', does, read: (text) => text };
}

/** A switch that is on or off. */
export function onOff(does: string, normal = false): Switch<boolean> {
  return {
    normal,
    values: 'on | off',
    does,
    read: (text) => (text === 'on' ? true : text === 'off' ? false : undefined),
  };
}
