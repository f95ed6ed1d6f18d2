/** A response, before faults of the connection are applied. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** If present, these bytes are sent instead of a valid response. */
  readonly raw?: string;
}

/** A response with a JSON body. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: Buffer.from(JSON.stringify(value)),
  };
}

/** A response with an HTML page. */
export function html(status: number, page: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
    body: Buffer.from(page),
  };
}

/** A response without a body. */
export function empty(status: number, headers: Record<string, string> = {}): Answer {
  return { status, headers, body: Buffer.alloc(0) };
}

/** A response that violates HTTP: these bytes are sent as they are, then the connection closes. */
export function raw(bytes: string): Answer {
  return { status: 200, headers: {}, body: Buffer.alloc(0), raw: bytes };
}

/** An error page of nginx. */
export function nginxPage(status: number, title: string, headers: Record<string, string> = {}): Answer {
  const heading = `${status} ${title}`;
  return html(
    status,
    `<html>\r\n<head><title>${heading}</title></head>\r\n<body>\r\n<center><h1>${heading}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`,
    headers,
  );
}
