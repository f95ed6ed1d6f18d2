import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Language } from '../../contract/settings.ts';
import type { Texts } from '../../contract/texts.ts';

const locales = join(import.meta.dirname, '../../contract/locales');

function read(language: Language): Texts {
  const texts = readdirSync(join(locales, language)).map((file) => [
    basename(file, '.json'),
    JSON.parse(readFileSync(join(locales, language, file), 'utf8')) as unknown,
  ]);
  return Object.fromEntries(texts) as Texts;
}

/** All texts in English. */
export const en = read('en');
/** All texts in Russian; its plural forms are more than the type knows. */
export const ru = read('ru');
/** All texts in Spanish. */
export const es = read('es');

/** All texts, by language. */
export const texts: { readonly [Name in Language]: Texts } = { en, ru, es };
