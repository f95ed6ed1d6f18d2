/** Hides the token in a copied header for printing; throws for any other text. */
export function maskHeader(text: string): string {
  const found = /^(Authorization: Token )([0-9a-f]{4})([0-9a-f]+)$/.exec(text);
  if (found === null) throw new Error('What was copied is not a header.');
  const [, words = '', start = '', rest = ''] = found;
  return `${words}${start}… (${start.length + rest.length} hex digits)`;
}
