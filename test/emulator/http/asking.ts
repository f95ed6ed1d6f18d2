import { Agent, type FormData, request } from 'undici';
import { type Emulator, type EmulatorOptions, startEmulator } from '../emulator.ts';
import type { Person } from '../world/people.ts';

/** A complete response; `body` is its JSON or its text. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

/** The options of a request. */
export interface Question {
  readonly token?: string;
  readonly authorization?: string;
  readonly json?: unknown;
  readonly body?: string | Buffer | FormData;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A running emulator with a client. */
export interface Server {
  readonly emulator: Emulator;
  /** Requests a path relative to the base, or an absolute URL. */
  ask(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, question?: Question): Promise<Reply>;
  /** Logs in with a password. */
  logIn(
    person: Pick<Person, 'name' | 'password'>,
    json?: object,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  /** Logs in and returns the token. */
  tokenOf(person: Pick<Person, 'name' | 'password'>, uuid?: string): Promise<string>;
}

/** Starts an emulator for one test and always closes it afterwards. */
export async function withServer(
  options: EmulatorOptions,
  body: (server: Server) => Promise<void>,
): Promise<void> {
  const emulator = await startEmulator(options);
  const agent = new Agent({ connect: { rejectUnauthorized: false } });
  const ask: Server['ask'] = async (method, path, question = {}) => {
    const { token, authorization = token && `Token ${token}`, json, headers = {} } = question;
    const reply = await request(path.startsWith('http') ? path : emulator.base + path, {
      method,
      dispatcher: agent,
      body: json === undefined ? (question.body ?? null) : JSON.stringify(json),
      headers: {
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(authorization ? { authorization } : {}),
        ...headers,
      },
    });
    const text = await reply.body.text();
    return { status: reply.statusCode, headers: reply.headers, body: readJson(text) };
  };
  const logIn: Server['logIn'] = (person, json = { uuid: 'gate-pc' }, headers = {}) =>
    ask('POST', '/auth/login/', { authorization: basic(person.name, person.password), json, headers });
  const tokenOf: Server['tokenOf'] = async (person, uuid = 'gate-pc') =>
    String(field(await logIn(person, { uuid }), 'token'));
  try {
    await body({ emulator, ask, logIn, tokenOf });
  } finally {
    await agent.destroy();
    await emulator.close();
  }
}

/** The Basic header of a user name and a password, by default in UTF-8. */
export function basic(name: string, password: string, encoding: 'utf8' | 'latin1' = 'utf8'): string {
  return `Basic ${Buffer.from(`${name}:${password}`, encoding).toString('base64')}`;
}

/** A field of a JSON object in a response; undefined if absent. */
export function field(reply: Reply, name: string): unknown {
  return typeof reply.body === 'object' && reply.body !== null
    ? Object.entries(reply.body).find(([key]) => key === name)?.[1]
    : undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
