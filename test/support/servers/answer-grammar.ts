import fc from 'fast-check';

/** A generated response: its bytes, how they are split, and what is valid about it. */
export interface MadeUpAnswer {
  readonly bytes: Buffer;
  /** Offsets at which packets are split. */
  readonly cuts: readonly number[];
  /** Whether the server closes the connection after the last byte, or keeps it open silently. */
  readonly hangsUp: boolean;
  /** The token, if the body is a complete and valid log-in response; else null. */
  readonly token: string | null;
}

/** The minimal user object of FindFace. */
const user = {
  id: 7,
  name: 'guard2',
  real_name: 'Guard',
  groups: [3],
  permissions: ['ffsecurity.view_camera'],
};
const goodToken = 'ab12'.repeat(16);

interface Body {
  readonly text: Buffer;
  readonly token: string | null;
}

const made = (text: string | Buffer, token: string | null = null): Body => ({
  text: Buffer.from(text),
  token,
});
const json = (value: unknown): Body => made(JSON.stringify(value));

const login = { token: goodToken, token_expiration_datetime: '2027-02-11T09:02:17.880201Z', user };
const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('', ' ', '\0', 'a\r\nX: y', 'ключ', 'x'.repeat(5_000)),
);

const body: fc.Arbitrary<Body> = fc.oneof(
  { weight: 12, arbitrary: fc.constant(made(JSON.stringify(login), goodToken)) },
  { weight: 2, arbitrary: fc.constant(json(user)) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('token', 'user'), oddValue)
      .map(([key, value]) => json({ ...login, [key]: value })),
  },
  fc
    .constantFrom('UNAUTHORIZED', 'LICENSE_ERROR', 'BAD_PARAM', 'DEVICE_BLOCKED', 'ONVIF_UNAUTHORIZED')
    .map((code) => json({ code, desc: 'No' })),
  fc.jsonValue({ maxDepth: 4 }).map(json),
  fc
    .constantFrom('<!doctype html><title>nginx</title>', '', 'null', '[[[[', '{"token":', '\uFEFF{}')
    .map((text) => made(text)),
  fc.constant(made('['.repeat(20_000))),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => made(Buffer.from(bytes))),
  // Truncated in the middle.
  fc.integer({ min: 1, max: 60 }).map((left) => made(JSON.stringify(login).slice(0, left))),
);

const status = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(200, 200, 200, 201, 204, 401, 403) },
  fc.constantFrom(100, 101, 206, 301, 302, 307, 308, 400, 404, 409, 415, 418, 429, 500, 502, 503, 504, 599),
  fc.constantFrom(0, 99, 999, 1000, -1),
);

const type = fc.oneof(
  { weight: 5, arbitrary: fc.constant('application/json') },
  fc.constantFrom(
    'application/json; charset=utf-8',
    'text/html',
    'text/plain',
    '',
    'application/json, text/html',
    '\u00ff',
  ),
);

/** Headers that a normal server does not send. */
const oddLines = (elsewhere: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    `Location: ${elsewhere}/auth/login/`,
    `Refresh: 0; url=${elsewhere}/`,
    'Set-Cookie: token=evil; Path=/',
    'WWW-Authenticate: NTLM',
    'WWW-Authenticate: Basic realm="api"',
    'Content-Encoding: gzip',
    'Retry-After: soon',
    'Date: yesterday',
    'Connection: close',
    'Content-Type: text/html',
    'X: \u0001',
    'No colon here',
    ` folded: ${'x'.repeat(20)}`,
    `X-Long: ${'y'.repeat(20_000)}`,
  );

type Framing = 'length' | 'too-long' | 'too-short' | 'chunked' | 'chunk-lies' | 'both' | 'none';
const framing: fc.Arbitrary<Framing> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<Framing>('length', 'chunked') },
  fc.constantFrom<Framing>('too-long', 'too-short', 'chunk-lies', 'both', 'none'),
);

function framed(content: Buffer, how: Framing): { readonly line: string; readonly content: Buffer } {
  const { length } = content;
  const chunks = (lie: number) =>
    Buffer.concat([Buffer.from(`${(length + lie).toString(16)}\r\n`), content, Buffer.from('\r\n0\r\n\r\n')]);
  switch (how) {
    case 'length':
      return { line: `Content-Length: ${length}\r\n`, content };
    case 'too-long':
      return { line: `Content-Length: ${length + 7}\r\n`, content };
    case 'too-short':
      return { line: `Content-Length: ${Math.max(0, length - 7)}\r\n`, content };
    case 'chunked':
      return { line: 'Transfer-Encoding: chunked\r\n', content: chunks(0) };
    case 'chunk-lies':
      return { line: 'Transfer-Encoding: chunked\r\n', content: chunks(3) };
    case 'both':
      return { line: `Content-Length: ${length}\r\nTransfer-Encoding: chunked\r\n`, content: chunks(0) };
    case 'none':
      return { line: '', content };
  }
}

/** Responses of every kind, most of them almost valid; `elsewhere` is a server that must never be contacted. */
export function answers(elsewhere: string): fc.Arbitrary<MadeUpAnswer> {
  return fc
    .record({
      status,
      type,
      body,
      framing,
      version: fc.oneof(
        { weight: 8, arbitrary: fc.constant('HTTP/1.1') },
        fc.constantFrom('HTTP/1.0', 'HTTP/9.9', 'ICY'),
      ),
      lines: fc.oneof(
        { weight: 2, arbitrary: fc.constant<string[]>([]) },
        fc.array(oddLines(elsewhere), { maxLength: 2 }),
      ),
      cuts: fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 3 }),
      hangsUp: fc.boolean(),
    })
    .map((one) => {
      const { line, content } = framed(one.body.text, one.framing);
      const head = `${one.version} ${one.status} Words\r\nContent-Type: ${one.type}\r\n${line}${one.lines.map((odd) => `${odd}\r\n`).join('')}\r\n`;
      const bytes = Buffer.concat([Buffer.from(head, 'latin1'), content]);
      const isWhole =
        one.framing === 'length' || one.framing === 'chunked' || (one.framing === 'none' && one.hangsUp);
      const isGood = isWhole && one.status >= 200 && one.status < 300;
      return {
        bytes,
        cuts: one.cuts.filter((cut) => cut < bytes.length).toSorted((before, after) => before - after),
        hangsUp: one.hangsUp,
        token: isGood ? one.body.token : null,
      };
    });
}
