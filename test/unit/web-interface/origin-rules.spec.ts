import { describe, expect, test } from 'vitest';
import {
  hintOf,
  isLoginPage,
  mayFrame,
  mayRequest,
  mayShow,
  outsideLink,
} from '../../../main/web-interface/origin-rules.ts';

const origin = 'https://10.0.4.7:8443';

/** What leads elsewhere, though some of it looks like the server. */
const elsewhere = [
  'https://10.0.4.7/',
  'http://10.0.4.7:8443/',
  'https://10.0.4.8:8443/',
  'https://10.0.4.7:8443.evil.example/',
  'https://10.0.4.7:8443@evil.example/',
  'https://evil.example/?https://10.0.4.7:8443/',
  'https://evil.example/#https://10.0.4.7:8443/',
  '//10.0.4.7:8443/',
  'file:///etc/passwd',
  'app://bundle/index.html',
  'chrome://settings/',
  'devtools://devtools/bundled/inspector.html',
  'javascript:alert(1)',
  'view-source:https://10.0.4.7:8443/',
  'filesystem:https://10.0.4.7:8443/temporary/a',
  'mailto:somebody@example.org',
  'ms-msdt:/id',
  '\\\\10.0.4.7\\share',
  '',
];

describe('the view of a server', () => {
  test('shows pages of its own origin only', () => {
    for (const url of [`${origin}/`, `${origin}/#/login`, 'https://10.0.4.7:8443/a/b?c#d'])
      expect(mayShow(url, origin), url).toBe(true);
    for (const url of [...elsewhere, 'about:blank', 'data:text/html,a', `blob:${origin}/a`])
      expect(mayShow(url, origin), url).toBe(false);
  });

  test('has frames only of its own origin, or of what needs no network', () => {
    for (const url of [`${origin}/a`, 'about:blank', 'about:srcdoc', 'data:text/html,a', `blob:${origin}/a`])
      expect(mayFrame(url, origin), url).toBe(true);
    for (const url of [...elsewhere, 'blob:https://evil.example/a', `blob:${origin}.evil.example/a`])
      expect(mayFrame(url, origin), url).toBe(false);
  });

  test('requests only from its own origin, by HTTP or WebSocket', () => {
    for (const url of [`${origin}/users/me/`, 'wss://10.0.4.7:8443/events/', 'data:,a', `blob:${origin}/a`])
      expect(mayRequest(url, origin), url).toBe(true);
    for (const url of [...elsewhere, 'ws://10.0.4.7:8443/events/', 'wss://10.0.4.7/events/'])
      expect(mayRequest(url, origin), url).toBe(false);
    expect(mayRequest('ws://10.0.4.7/events/', 'http://10.0.4.7')).toBe(true);
  });

  test('offers only web pages without credentials to the browser', () => {
    expect(outsideLink('https://ntechlab.com/a?b#c', origin)).toBe('https://ntechlab.com/a?b#c');
    expect(outsideLink('http://10.0.4.7:8443/', origin)).toBe('http://10.0.4.7:8443/');
    const refused = elsewhere.filter((url) => !/^https?:/.test(url));
    for (const url of [...refused, `${origin}/a`, 'https://a:b@evil.example/', 'https://a@evil.example/'])
      expect(outsideLink(url, origin), url).toBeNull();
  });
});

describe('an answer to a page', () => {
  const answered = (path: string, method: string, status: number) =>
    hintOf({ url: origin + path, method, status }, origin);

  test('hints at a log-out that the server confirmed, and at a session it refused', () => {
    expect(answered('/auth/logout/', 'POST', 204)).toBe('logged-out');
    expect(answered('/api/auth/logout/', 'POST', 200)).toBe('logged-out');
    expect(answered('/users/me/', 'GET', 401)).toBe('unauthorized');
    expect(answered('/auth/logout/', 'POST', 401)).toBe('unauthorized');
  });

  test('hints at nothing else', () => {
    for (const status of [301, 403, 404, 500, 503])
      expect(answered('/auth/logout/', 'POST', status)).toBeNull();
    expect(answered('/auth/logout/', 'GET', 200)).toBeNull();
    expect(answered('/not-auth/logout-/', 'POST', 200)).toBeNull();
    expect(hintOf({ url: 'https://evil.example/', method: 'GET', status: 401 }, origin)).toBeNull();
  });
});

test('the log-in of the web interface is known by its hash route', () => {
  for (const url of [`${origin}/#/login`, `${origin}/#/login?next=a`, `${origin}/a#/login/`])
    expect(isLoginPage(url), url).toBe(true);
  for (const url of [`${origin}/`, `${origin}/login`, `${origin}/#/logins`, `${origin}/#login`, ''])
    expect(isLoginPage(url), url).toBe(false);
});
