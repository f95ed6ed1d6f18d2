import i18next from 'i18next';
import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Texts, Translate } from '../../contract/texts.ts';

type Namespaces = readonly Exclude<keyof Texts, 'native'>[];

/** `Translate` for all components of the window. */
export const TranslateContext = createContext<Translate | null>(null);

/** `Translate` that changes with the language; for the root component only. */
export function useWindowTranslate(): Translate {
  const { t } = useTranslation<Namespaces>();
  return useMemo(() => memoized(t), [t]);
}

/** `Translate` of the language of the window. */
export function useTranslate(): Translate {
  const t = useContext(TranslateContext);
  if (t === null) throw new Error('There are no words outside of the window');
  return t;
}

/** `Translate` outside of components, in the language of the window at the moment. */
export const translateNow = ((key: string, values?: object) =>
  (i18next.t as unknown as (key: string, values?: object) => string)(key, values)) as unknown as Translate;

/** Looks up texts without placeholders once and directly, since a list needs the same ones in every row. */
function memoized(t: Translate): Translate {
  const look = t as unknown as (key: string, values?: object) => string;
  const known = new Map<string, string>();
  const translate = (key: string, values?: object): string => {
    if (values !== undefined) return look(key, values);
    const text = known.get(key) ?? plainText(key) ?? look(key);
    known.set(key, text);
    return text;
  };
  return translate as unknown as Translate;
}

function plainText(key: string): string | undefined {
  const [namespace = '', path = ''] = key.split(':');
  return i18next.getResource(i18next.language, namespace, path) as string | undefined;
}
