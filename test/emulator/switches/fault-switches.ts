import { aNumber, oneOf, onOff, someText } from './switch.ts';

/** Faults between client and server, and invalid responses of the server. */
export const faultSwitches = {
  delayMs: aNumber(0, 'milliseconds to wait before answering', 600_000),
  hang: onOff('accept the request and never answer'),
  connection: oneOf(
    ['normal', 'reset', 'reset-in-body', 'close'],
    'cut the connection: reset before the answer, reset in the middle of it, or close without an answer',
  ),
  drip: oneOf(['none', 'headers', 'body'], 'send the headers or the body one byte every 200 ms'),
  proxyError: oneOf(['none', '429', '500', '502', '503', '504'], 'HTML page of nginx instead of the answer'),
  retryAfter: someText('', 'Retry-After of a proxyError; empty leaves it out'),
  captivePortal: onOff('200 with an HTML log-in page instead of every answer'),
  redirectTo: someText('', 'origin to redirect every request to; empty does not redirect'),
  redirectStatus: oneOf(['301', '302', '303', '307', '308'], 'status of that redirect'),
  token: oneOf(['normal', 'absent', 'null', 'empty'], 'the token in a login answer'),
  expiry: oneOf(['normal', 'null', 'absent', 'past'], 'token_expiration_datetime in a login answer'),
  dates: oneOf(
    ['microseconds', 'milliseconds', 'whole-seconds', '+00:00', '+03:00'],
    'how dates are written: with fraction and Z, without fraction, or with an offset',
  ),
  errorStyle: oneOf(['findface', 'drf', 'knox'], 'problems as {code, desc}, as {"detail"} or as {"error"}'),
  gzip: oneOf(['off', 'if-asked', 'always'], 'compress answers, also when the client did not ask for it'),
  hugeBodyBytes: aNumber(0, 'pad every answer with blanks to this size'),
  clockOffsetSeconds: aNumber(
    0,
    'move the clock of the server, and so the life of its tokens',
    1e10,
    'signed',
  ),
  dateSkewSeconds: aNumber(0, 'move only the Date header', 1e10, 'signed'),
  dateHeader: oneOf(['sent', 'absent'], 'whether answers carry a Date header'),
  certificate: oneOf(
    ['valid', 'cn-only', 'expired', 'not-yet-valid', 'wrong-host', 'renewed', 'changed'],
    'HTTPS certificate; renewed keeps the key of valid, changed and wrong-host have another',
  ),
} as const;
