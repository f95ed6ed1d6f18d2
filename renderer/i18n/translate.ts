import type { TFunction } from 'i18next';
import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Gives the texts of the language in force. */
export type Translate = TFunction<'wording'>;

/** The texts of the language in force, for everything below the window. */
export const TranslateContext = createContext<Translate | null>(null);

/** The texts of the language in force, told anew when it changes; for the window alone. */
export function useWindowTranslate(): Translate {
  const { t } = useTranslation('wording');
  return useMemo(() => memoized(t), [t]);
}

/** Gives the texts of the language in force. */
export function useTranslate(): Translate {
  const t = useContext(TranslateContext);
  if (t === null) throw new Error('There are no words outside of the window');
  return t;
}

/** Remembers the texts that nothing is filled into: a list asks for the same ones in each of its rows. */
function memoized(t: Translate): Translate {
  const look = t as unknown as (key: string, values?: object) => string;
  const known = new Map<string, string>();
  const translate = (key: string, values?: object): string => {
    if (values !== undefined) return look(key, values);
    const text = known.get(key) ?? look(key);
    known.set(key, text);
    return text;
  };
  return translate as unknown as Translate;
}
