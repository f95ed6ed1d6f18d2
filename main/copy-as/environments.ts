import { type CopyFacts, headerLine } from './copy-facts.ts';
import { quoteForEnv, withoutControls } from './quoting.ts';

/** The names of the variables in every environment. */
const names = { url: 'baseUrl', token: 'token', user: 'user' } as const;

/** An environment of Postman; the token is of its type "secret". */
export function postmanEnvironment({ name, url, token, userName }: CopyFacts): string {
  const values = [
    { key: names.url, value: url, type: 'default', enabled: true },
    { key: names.token, value: token, type: 'secret', enabled: true },
    { key: names.user, value: userName, type: 'default', enabled: true },
  ];
  return json({ name, values, _postman_variable_scope: 'environment' });
}

/** A private environment of Insomnia, in its export format 4: it is neither synchronized nor exported. */
export function insomniaEnvironment({ name, url, token, userName }: CopyFacts): string {
  const workspace = { _id: 'wrk_1', _type: 'workspace', parentId: null, name, scope: 'environment' };
  const base = {
    _id: 'env_1',
    _type: 'environment',
    parentId: workspace._id,
    name: 'Base Environment',
    data: {},
  };
  const data = { [names.url]: url, [names.token]: token, [names.user]: userName };
  const own = { _id: 'env_2', _type: 'environment', parentId: base._id, name, data, isPrivate: true };
  return json({ _type: 'export', __export_format: 4, resources: [workspace, base, own] });
}

/** An environment of Bruno as it imports them; the token is marked secret. */
export function brunoEnvironment({ name, url, token, userName }: CopyFacts): string {
  const variable = (key: string, value: string, secret: boolean) => ({
    ...{ name: key, value, type: 'text', enabled: true, secret },
  });
  const variables = [
    variable(names.url, url, false),
    variable(names.token, token, true),
    variable(names.user, userName, false),
  ];
  return json({ name, variables });
}

/** Lines of a `.env` file. */
export function dotEnv({ url, token, userName, expiresAt }: CopyFacts): string {
  const values = {
    FINDFACE_URL: url,
    FINDFACE_TOKEN: token,
    FINDFACE_USER: userName,
    ...(expiresAt === null ? {} : { FINDFACE_TOKEN_EXPIRES: new Date(expiresAt).toISOString() }),
  };
  return Object.entries(values)
    .map(([key, value]) => `${key}=${quoteForEnv(withoutControls(value))}\n`)
    .join('');
}

/** All facts as JSON; `expires` is ISO 8601 in UTC, null if it is not known. */
export function jsonFacts({ name, url, token, userName, expiresAt }: CopyFacts): string {
  const expires = expiresAt === null ? null : new Date(expiresAt).toISOString();
  return json({ name, url, user: userName, token, header: headerLine(token), expires });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
