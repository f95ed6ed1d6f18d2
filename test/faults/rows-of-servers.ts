import type { FaultSection } from './fault-row.ts';

/** Responses of a server. */
export const answersOfAServer: FaultSection = {
  title: 'Answers of a server',
  rows: [
    { number: 1, title: 'a login answered without a token' },
    { number: 2, title: 'a token that is no text, or an empty one' },
    { number: 3, title: 'a token that is too long' },
    { number: 4, title: 'a token with line breaks, spaces or characters that headers cannot carry' },
    {
      number: 5,
      title: 'no expiry',
      ours: 'the end is shown as unknown, and the session is checked within a day unless checks are switched off',
    },
    { number: 6, title: 'an expiry in the past' },
    { number: 7, title: 'an expiry that makes no sense' },
    { number: 8, title: 'an expiry in seconds, milliseconds or ISO, with and without a zone' },
    { number: 9, title: 'unknown keys, prototype names, a duplicate key' },
    { number: 10, title: 'JSON nested endlessly' },
    { number: 11, title: 'JSON with a byte order mark, in UTF-16, in broken UTF-8' },
    { number: 12, title: 'a web page instead of JSON' },
    { number: 13, title: 'JSON sent as plain text', ours: 'is not parsed: not FindFace' },
    { number: 14, title: 'nothing at all as an answer', ours: 'fine for a log-out, strange otherwise' },
    { number: 15, title: 'every refusal from 400 to 422' },
    { number: 16, title: '401 that asks for Basic' },
    { number: 17, title: '401 that asks for Negotiate, NTLM or Digest' },
    {
      number: 18,
      title: '401 to a check',
      ours: 'the session is shown as refused; its token stays until a log-out or the next login, and is sent again only by a person',
    },
    { number: 19, title: '403 is not 401' },
    {
      number: 20,
      title: '429, 502, 503 or 504 with any Retry-After',
      ours: 'the wait is shown, at most five minutes; automatic checks respect it',
    },
    {
      number: 21,
      title: 'a server that fails again and again',
      ours: 'no log-in without a request; automatic checks wait longer and longer',
    },
    { number: 22, title: 'a redirect to another server' },
    {
      number: 23,
      title: 'a redirect to itself, to nowhere, in a circle',
      ours: 'none is followed; where it leads is said',
    },
    { number: 24, title: 'early hints, and a switch to another protocol' },
    {
      number: 25,
      title: 'a small compressed response that expands to a huge one',
      ours: 'nothing is decompressed',
    },
    { number: 26, title: 'a response compressed a thousand times', ours: 'nothing is decompressed' },
    { number: 27, title: 'a response one byte too long, or endless' },
    { number: 28, title: 'a length that is wrong, negative or there twice' },
    { number: 29, title: 'a length and chunks' },
    { number: 30, title: 'a huge header, and ten thousand headers' },
    { number: 31, title: 'a cookie' },
    { number: 32, title: 'scripts, colours and reversed text in an error' },
    { number: 33, title: 'a log-out that the server does not confirm' },
    { number: 34, title: 'a second answer behind the first' },
    { number: 35, title: 'one token for two profiles' },
  ],
};

/** Faults of the network. */
export const theNetwork: FaultSection = {
  title: 'The network',
  rows: [
    { number: 36, title: 'a connection refused or cut' },
    { number: 37, title: 'a server that accepts and never answers' },
    { number: 38, title: 'headers drop by drop' },
    { number: 39, title: 'a body drop by drop' },
    { number: 40, title: 'a server that vanishes on a keep-alive connection' },
    { number: 41, title: 'a keep-alive connection closed when it is reused' },
    { number: 42, title: 'an unknown name', ours: 'a slow or circular name server stays open' },
    { number: 43, title: 'a name with several addresses, the first one dead' },
    { number: 44, title: 'IPv6 in every spelling' },
    {
      number: 45,
      title: 'a proxy that fails',
      ours: 'it is named; no server is reached past it unless the settings say DIRECT',
    },
    {
      number: 46,
      title: 'a proxy script that fails',
      ours: 'what the script answers is tried in its order; what is not understood is no way',
    },
    {
      number: 47,
      title: 'HTTP_PROXY in the environment',
      ours: 'counts only as far as Chromium takes it for a setting of the system',
    },
    { number: 48, title: 'a VPN that comes and goes', notHere: 'needs a real network interface' },
    { number: 49, title: 'a captive portal' },
    { number: 50, title: 'a person who cancels' },
    { number: 51, title: 'fifty checks at once' },
    { number: 52, title: 'a thousand clicks' },
    { number: 53, title: 'a response for a profile that was removed or changed' },
    { number: 54, title: 'plain HTTP' },
    { number: 55, title: 'HTTPS spoken to HTTP, and the reverse' },
  ],
};

/** Faults of TLS and certificates. */
export const certificates: FaultSection = {
  title: 'TLS',
  rows: [
    { number: 56, title: 'an untrusted certificate' },
    { number: 57, title: 'the pinned certificate' },
    { number: 58, title: 'another certificate than the pinned one' },
    {
      number: 59,
      title: 'a renewed certificate with the same key',
      ours: 'the certificate is pinned, not its key: a person compares the new one once',
    },
    {
      number: 60,
      title: 'a key that was changed on purpose',
      ours: 'there is no backup pin: the app stops and a person compares the new certificate',
    },
    { number: 61, title: 'a resumed TLS session' },
    { number: 62, title: 'a certificate out of its dates' },
    {
      number: 63,
      title: 'a certificate out of its dates that is pinned',
      ours: 'is spoken to, with a mark in the row and a warning',
    },
    { number: 64, title: 'a certificate for another name' },
    {
      number: 65,
      title: 'wildcards, international names, a dot at the end',
      ours: 'a dot at the end is taken off when the address is read',
    },
    { number: 66, title: 'chains that are cut or endless' },
    {
      number: 67,
      title: 'an imported authority',
    },
    { number: 68, title: 'no authorities from the system' },
    { number: 69, title: 'TLS of another age' },
    { number: 70, title: 'an endless handshake' },
    { number: 71, title: 'a server that requests a client certificate' },
    { number: 72, title: 'trust that is changed while connected' },
    { number: 73, title: 'another certificate on the second connection' },
    { number: 74, title: 'variables that switch TLS off' },
    { number: 75, title: 'checking switched off anywhere but where pins are compared' },
  ],
};
