import { type Asked, type Command, isAnswer, serverOf, stopped } from '../commands/command.ts';
import { serverFacts, visibleRows } from '../commands/list-command.ts';
import { check } from '../commands/session-commands.ts';
import { printed } from '../server/cli-answer.ts';
import { type RpcMessage, readMessage, rpcError, rpcErrors, rpcResult } from './json-rpc.ts';
import { getFromServer, mayRequest } from './server-request.ts';

/** The versions of the protocol that this server knows, the newest first. */
const versions = ['2025-06-18', '2025-03-26', '2024-11-05'];

const server = {
  type: 'string',
  description: 'Name, address or user@name of a server, as list_servers gives it.',
};
/** What an agent reads; in English, as all such texts. */
const tools = [
  {
    name: 'list_servers',
    description:
      'Lists the FindFace servers of this person with the state of their sessions. Holds no token.',
    inputSchema: { type: 'object', properties: {}, additionalProperties: false },
    annotations: { readOnlyHint: true },
  },
  {
    name: 'check',
    description: 'Asks a server whether the session of this person is still valid.',
    inputSchema: {
      type: 'object',
      properties: { server },
      required: ['server'],
      additionalProperties: false,
    },
    annotations: { readOnlyHint: true },
  },
  {
    name: 'request',
    description:
      'Sends a GET request to a path of a server with the session of this person, and returns status and body. ' +
      'The person is asked first. The token is never part of the answer.',
    inputSchema: {
      type: 'object',
      properties: {
        server,
        path: { type: 'string', description: 'Path and query, for example /cameras/?limit=10' },
      },
      required: ['server', 'path'],
      additionalProperties: false,
    },
    annotations: { readOnlyHint: true, openWorldHint: true },
  },
];

/** `ffsm mcp`: one message of the Model Context Protocol; notifications have no answer. */
export const mcp: Command = async (asked) => {
  const message = readMessage(asked.input ?? '');
  if (typeof message === 'number') return printed(rpcError(null, message, 'This is no JSON-RPC request.'));
  const { id, method, params } = message;
  if (id === null) return printed('');
  switch (method) {
    case 'initialize':
      return printed(rpcResult(id, introduction(asked, params.protocolVersion)));
    case 'ping':
      return printed(rpcResult(id, {}));
    case 'tools/list':
      return printed(rpcResult(id, { tools }));
    case 'tools/call':
      return printed(await call(asked, message));
    default:
      return printed(rpcError(id, rpcErrors.method, `There is no method ${method}.`));
  }
};

function introduction({ parts }: Asked, wanted: unknown): object {
  const protocolVersion = versions.find((version) => version === wanted) ?? versions[0];
  return {
    protocolVersion,
    capabilities: { tools: {} },
    serverInfo: { name: 'ffsm', version: parts.appVersion },
  };
}

async function call(asked: Asked, { id, params }: RpcMessage): Promise<string> {
  const { name } = params;
  const given = typeof params.arguments === 'object' && params.arguments !== null ? params.arguments : {};
  const { server: wanted = '', path = '' } = given as { readonly server?: unknown; readonly path?: unknown };
  if (!tools.some((tool) => tool.name === name) || typeof wanted !== 'string' || typeof path !== 'string')
    return rpcError(id, rpcErrors.params, 'There is no such tool, or its arguments are wrong.');
  const answer = (await asked.unlocked()) ? await toolAnswer(asked, name as string, wanted, path) : null;
  // SECURITY: a lock that came meanwhile wins (0011).
  const isLocked = asked.parts.live.read().lock.kind === 'locked';
  const { text, isError } =
    answer === null || isLocked ? { text: asked.t('cli:locked'), isError: true } : answer;
  return rpcResult(id, { content: [{ type: 'text', text }], isError });
}

interface ToolAnswer {
  readonly text: string;
  readonly isError: boolean;
}

async function toolAnswer(asked: Asked, tool: string, wanted: string, path: string): Promise<ToolAnswer> {
  if (tool === 'list_servers')
    return { text: JSON.stringify(visibleRows(asked).map((row) => serverFacts(asked, row))), isError: false };
  if (tool === 'check') {
    if (wanted === '') return { text: asked.t('cli:nameMissing'), isError: true };
    const { code, text } = await check({ ...asked, args: [wanted] });
    return { text, isError: code !== 0 };
  }
  return request(asked, wanted, path);
}

async function request(asked: Asked, wanted: string, path: string): Promise<ToolAnswer> {
  const { parts, t, gone } = asked;
  const row = serverOf(asked, wanted);
  if (isAnswer(row)) return { text: row.text, isError: true };
  // SECURITY: an agent can neither leave the API of the server nor end or begin a session (0052).
  if (!mayRequest(path)) return { text: t('cli:pathRefused', { path }), isError: true };
  const token = await asked.token(row.profile.id, 'get');
  if (token === 'refused')
    return { text: t('cli:refusedRequests', { name: row.profile.name }), isError: true };
  if (!token.ok) return { text: stopped(asked, token.problem, row).text, isError: true };
  const got = await getFromServer(parts.clients, row.profile, token.value, path, gone);
  if (!got.ok) return { text: stopped(asked, got.problem, row).text, isError: true };
  const { status, text, isCut } = got.value;
  return { text: `HTTP ${status}\n${text}${isCut ? '\n…' : ''}`, isError: status >= 400 };
}
