type Counted = `${string}_one` | `${string}_other`;
type BaseOf<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : never;

/** The same texts in a language with these plural forms: a missing text or form does not compile. */
export type WordingFor<Words, Form extends string> = {
  readonly [Key in keyof Words as Key extends Counted ? never : Key]: Words[Key] extends string
    ? string
    : WordingFor<Words[Key], Form>;
} & {
  readonly [Key in keyof Words as Key extends Counted ? `${BaseOf<Key>}_${Form}` : never]: string;
};

/** Russian counts 1 сервер, 2 сервера, 5 серверов, 1,5 сервера. */
export type Russian<Words> = WordingFor<Words, 'one' | 'few' | 'many' | 'other'>;

/** Spanish counts 1 servidor, 2 servidores, 1 000 000 de servidores. */
export type Spanish<Words> = WordingFor<Words, 'one' | 'many' | 'other'>;
