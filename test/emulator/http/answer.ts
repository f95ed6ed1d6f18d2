/** What the emulator sends back, before faults of the connection touch it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** When present, these bytes are written to the connection instead of a proper answer. */
  readonly raw?: string;
}

/** An answer with a JSON body. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: Buffer.from(JSON.stringify(value)),
  };
}

/** An answer with a page for a browser. */
export function html(status: number, page: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
    body: Buffer.from(page),
  };
}

/** An answer without a body. */
export function empty(status: number, headers: Record<string, string> = {}): Answer {
  return { status, headers, body: Buffer.alloc(0) };
}

/** An answer that breaks HTTP itself: these bytes go out as they are, then the connection closes. */
export function raw(bytes: string): Answer {
  return { status: 200, headers: {}, body: Buffer.alloc(0), raw: bytes };
}

/** The page nginx shows for an error of its own. */
export function nginxPage(status: number, title: string, headers: Record<string, string> = {}): Answer {
  const heading = `${status} ${title}`;
  return html(
    status,
    `<html>\r\n<head><title>${heading}</title></head>\r\n<body>\r\n<center><h1>${heading}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`,
    headers,
  );
}
