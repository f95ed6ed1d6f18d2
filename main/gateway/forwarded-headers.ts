type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What belongs to one connection and not to the request (RFC 9110, 7.6.1). */
const ofConnection = [
  ...['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
  ...['proxy-authenticate', 'proxy-authorization', 'expect', 'host', 'http2-settings'],
];

/** What a program must not say in the name of the app, or about other programs. */
const notSent = new Set([
  ...ofConnection,
  // SECURITY: the gateway alone says who asks, and cookies of other local programs stay here (0042).
  ...['authorization', 'cookie', 'forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'],
  ...[
    'x-real-ip',
    'x-original-url',
    'x-rewrite-url',
    'x-http-method-override',
    'x-http-method',
    'x-method-override',
  ],
  ...['origin', 'referer'],
]);

const notReturned = new Set([
  ...ofConnection,
  // SECURITY: cookies do not differ by port, so a server could set them for every program on this computer (0042).
  ...['set-cookie', 'set-cookie2', 'clear-site-data', 'alt-svc', 'strict-transport-security'],
  ...['location', 'content-location', 'refresh', 'link', 'service-worker-allowed', 'content-security-policy'],
]);

/** The headers that are sent to the server; `authorization` is the value of that header. */
export function headersForServer(arrived: Headers, authorization: string): Record<string, string | string[]> {
  const named = ofThisConnection(arrived);
  return { ...keptHeaders(arrived, (name) => !notSent.has(name) && !named.has(name)), authorization };
}

/** The headers of an answer of the server, for the program that asked. */
export function headersForProgram(answered: Headers): Record<string, string | string[]> {
  const named = ofThisConnection(answered);
  const isKept = (name: string) =>
    !notReturned.has(name) && !named.has(name) && !name.startsWith('access-control-');
  return {
    ...keptHeaders(answered, isKept),
    // SECURITY: a page of the server that is opened through the gateway runs no script and tells nobody its address,
    // which holds the key (0042).
    'content-security-policy': 'sandbox',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

/**
 * Where a redirect leads, as a path of the server with its query; null if that is another server or cannot be read.
 * `base` is the URL of the server as far as the gateway reaches, without a slash at its end.
 */
export function redirectPath(location: unknown, requested: string, base: string): string | null {
  if (typeof location !== 'string' || !URL.canParse(location, requested)) return null;
  const to = new URL(location, requested);
  const isInside = to.href === base || to.href.startsWith(`${base}/`);
  return isInside ? to.href.slice(base.length) || '/' : null;
}

function keptHeaders(headers: Headers, isKept: (name: string) => boolean): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || !isKept(name)) continue;
    const [first, ...more] = typeof value === 'string' ? [value] : value;
    if (first !== undefined) kept[name] = more.length === 0 ? first : [first, ...more];
  }
  return kept;
}

/** The headers that `Connection` names as its own. */
function ofThisConnection({ connection = '' }: Headers): ReadonlySet<string> {
  const named = typeof connection === 'string' ? connection : connection.join(',');
  return new Set(named.split(',').map((name) => name.trim().toLowerCase()));
}
