/** A message of JSON-RPC 2.0 that wants an answer, or a notification, which has no `id`. */
export interface RpcMessage {
  readonly id: string | number | null;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Why a message cannot be served, as JSON-RPC numbers it. */
export const rpcErrors = { parse: -32_700, request: -32_600, method: -32_601, params: -32_602 } as const;

/** Reads a message; the number of the error if it is not one. */
export function readMessage(text: string): RpcMessage | number {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return rpcErrors.parse;
  }
  if (!isRecord(raw) || raw.jsonrpc !== '2.0' || typeof raw.method !== 'string') return rpcErrors.request;
  const { id, method, params } = raw;
  const isRequest = typeof id === 'string' || typeof id === 'number';
  return { id: isRequest ? id : null, method, params: isRecord(params) ? params : {} };
}

/** The answer to a request. */
export function rpcResult(id: RpcMessage['id'], result: object): string {
  return JSON.stringify({ jsonrpc: '2.0', id, result });
}

/** The answer to what cannot be served. */
export function rpcError(id: RpcMessage['id'], code: number, message: string): string {
  return JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
