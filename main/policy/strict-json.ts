/** The first key that one object of a valid JSON text holds twice; null if there is none. */
export function findRepeatedKey(json: string): string | null {
  const open: Set<string>[] = [];
  for (const [token, key] of json.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (key !== undefined) {
      const name = String(JSON.parse(key));
      const keys = open.at(-1);
      if (keys?.has(name)) return name;
      keys?.add(name);
    }
  }
  return null;
}

/** Where a text is no JSON, as `JSON:3` for its third line; the line is missing if the parser does not say it. */
export function placeOfMistake(text: string, error: unknown): string {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined ? 'JSON' : `JSON:${text.slice(0, Number(position)).split('\n').length}`;
}
