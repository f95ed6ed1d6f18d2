import { Agent, type FormData, request } from 'undici';
import { type Emulator, type EmulatorOptions, startEmulator } from '../emulator.ts';
import type { Person } from '../world/people.ts';

/** An answer, read to its end. `body` is what its JSON says, or its text. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

/** What may be said in one request. */
export interface Question {
  readonly token?: string;
  readonly authorization?: string;
  readonly json?: unknown;
  readonly body?: string | Buffer | FormData;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A running emulator with a client beside it. */
export interface Server {
  readonly emulator: Emulator;
  /** Asks for a path below the base, or for an absolute address. */
  ask(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, question?: Question): Promise<Reply>;
  /** Tries to log in with a password. */
  logIn(
    person: Pick<Person, 'name' | 'password'>,
    json?: object,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  /** Logs in and gives the token. */
  tokenOf(person: Pick<Person, 'name' | 'password'>, uuid?: string): Promise<string>;
}

/** Starts an emulator for one test and closes it afterwards, whatever happens. */
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

/** The header a client sends with a user name and a password, in UTF-8 unless told. */
export function basic(name: string, password: string, encoding: 'utf8' | 'latin1' = 'utf8'): string {
  return `Basic ${Buffer.from(`${name}:${password}`, encoding).toString('base64')}`;
}

/** One field of a JSON object in a reply; undefined when it is not there. */
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
