import type { Environment } from '../../../contract/profiles/profile.ts';

/** The meaning of a CSV column or a Postman variable. */
export type Column =
  | 'address'
  | 'name'
  | 'userName'
  | 'tags'
  | 'environment'
  | 'favourite'
  | 'notes'
  | 'secret';

/** Common column names in the app's languages; case, accents and spaces are ignored. */
const names: Readonly<Record<Column, string>> = {
  address:
    'address, server address, url, base url, uri, link, host, host name, server, ip, адрес, адрес сервера, ссылка, хост, сервер, dirección, dirección del servidor, enlace, servidor',
  name: 'name, title, label, server name, название, имя, наименование, имя сервера, nombre, título, nombre del servidor',
  userName:
    'user, user name, login, account, пользователь, имя пользователя, логин, учётная запись, usuario, nombre de usuario, cuenta',
  tags: 'tags, tag, labels, groups, group, метки, метка, теги, тег, группы, группа, etiquetas, etiqueta, grupos, grupo',
  environment: 'environment, env, stage, контур, окружение, среда, entorno, ambiente',
  favourite: 'favourite, favorite, starred, избранное, favorito',
  notes: 'notes, note, заметки, заметка, примечания, примечание, notas, nota',
  secret:
    'password, passwd, pwd, pass, token, access token, auth token, api key, secret, authorization, пароль, токен, ключ, секрет, contraseña, clave, secreto',
};

const environmentNames: Readonly<Record<Exclude<Environment, 'none'>, string>> = {
  test: 'test, testing, stage, staging, dev, development, qa, тест, тестовый, тестовая, разработка, prueba, pruebas, desarrollo',
  production: 'production, prod, live, боевой, боевая, прод, продуктив, рабочий, producción',
};

const columns = lookUp(names);
const environmentWords = lookUp(environmentNames);

/** The meaning of a heading; null if unknown. */
export function parseColumn(heading: string): Column | null {
  return columns.get(plain(heading)) ?? null;
}

/** The environment that a word stands for; `none` if unknown. */
export function parseEnvironment(word: string): Environment {
  return environmentWords.get(plain(word)) ?? 'none';
}

/** Whether a word means yes. */
export function isYes(word: string): boolean {
  return /^(1|x|\+|\*|yes|y|true|да|истина|si|verdadero)$/.test(plain(word));
}

function lookUp<Meaning extends string>(
  words: Readonly<Record<Meaning, string>>,
): ReadonlyMap<string, Meaning> {
  const entries = Object.entries<string>(words) as [Meaning, string][];
  return new Map(
    entries.flatMap(([meaning, list]) => list.split(',').map((word) => [plain(word), meaning] as const)),
  );
}

/** The heading without case, accents, spaces and word separators. */
function plain(heading: string): string {
  return heading
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/[\p{M}\s_.-]+/gu, '')
    .toLowerCase();
}
