import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Say } from './format-time.ts';

/** The texts of the language in force, for everything below the window. */
export const Words = createContext<Say | null>(null);

/** The texts of the language in force, told anew when it changes; for the window alone. */
export function useLanguage(): Say {
  const { t } = useTranslation('wording');
  return useMemo(() => withMemory(t), [t]);
}

/** Gives the texts of the language in force. */
export function useWords(): Say {
  const say = useContext(Words);
  if (say === null) throw new Error('There are no words outside of the window');
  return say;
}

/** Remembers the texts that nothing is filled into: a list asks for the same ones in each of its rows. */
function withMemory(t: Say): Say {
  const look = t as unknown as (key: string, values?: object) => string;
  const known = new Map<string, string>();
  const say = (key: string, values?: object): string => {
    if (values !== undefined) return look(key, values);
    const text = known.get(key) ?? look(key);
    known.set(key, text);
    return text;
  };
  return say as unknown as Say;
}
