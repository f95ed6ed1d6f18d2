/** What a language is called in the language of the window: "Russian" for `ru`. */
export function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    // The server may send any text here; what is not a language tag is shown as it came.
    return tag;
  }
}
