/** A name for another account on the server of `name`: "Airport (admin)"; the account that `name` ends in gives way. */
export function accountName(name: string, userName: string): string {
  const server = name.replace(/\s*\([^()]*\)$/, '');
  const account = userName.trim();
  return account === '' ? '' : `${server} (${account})`;
}
