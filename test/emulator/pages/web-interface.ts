import { type Answer, html } from '../http/answer.ts';
import type { Route, Visit } from '../http/route.ts';

/** The web interface and the API docs, as small pages that use the API as the real ones do. */
export const webInterfaceRoutes: readonly Route[] = [
  { path: '/', token: 'not needed', methods: { GET: interfacePage } },
];

/** The interactive page of the API: each operation can be tried, with what is typed as the API key or nothing. */
export const docsPage = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>API Documentation</title>${styleTag()}</head>
<body>
<h1>API Documentation</h1>
<p>The specification is at <a href="../swagger.json">swagger.json</a>.</p>
<label>API key <input id="key"></label>
<section><h2>GET /users/me/</h2><button id="try">Try it</button> <output id="reply"></output></section>
<script>
  document.getElementById('try').onclick = async () => {
    const key = document.getElementById('key').value;
    const reply = await fetch('../users/me/', { headers: key ? { Authorization: key } : {} });
    const body = await reply.json();
    document.getElementById('reply').textContent = reply.status + ' ' + (body.name ?? body.code);
  };
</script>
</body></html>
`;

function styleTag(): string {
  return `<style>
  body { margin: 0; font: 14px system-ui; color: #1d2630; background: #f4f6f8; }
  h1 { margin: 0; padding: 12px 20px; font-size: 18px; background: #fff; border-bottom: 1px solid #d8dee6; }
  p, label, section, form { display: block; margin: 16px 20px; }
  .cards { display: grid; grid-template-columns: repeat(4, 1fr); gap: 16px; margin: 20px; }
  .cards div { padding: 60px 16px 16px; background: #fff; border: 1px solid #d8dee6; }
</style>`;
}

/**
 * The start page: a single-page application with hash routes.
 *
 * At its start it takes the session from `localStorage` as version 2.0.1 does, and shows its log-in (`#/login`) where it
 * finds none or the server refuses it. Its log-out asks the server itself.
 */
function interfacePage({ asked }: Visit): Answer {
  const api = JSON.stringify(`${asked.switches.prefix}/`);
  return html(
    200,
    `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>FindFace Multi</title>${styleTag()}</head>
<body>
<div id="app"></div>
<script>
  const api = ${api};
  const app = document.getElementById('app');
  const key = (localStorage.getItem('lastKey') ?? 'default') + '__AuthModule';
  const session = () => JSON.parse(localStorage.getItem(key) ?? 'null');
  const ask = (method, path) =>
    fetch(api + path, { method, headers: { Authorization: 'Token ' + session()?.token } });

  async function show() {
    if (location.hash === '#/login') {
      app.innerHTML = '<h1>Log in</h1><form><label>User <input></label><label>Password <input type="password"></label></form>';
      return;
    }
    const held = session();
    const isOver = !held || new Date(held.token_expiration_datetime) <= new Date();
    const reply = isOver ? null : await ask('GET', 'users/me/');
    if (reply === null || reply.status === 401) return leave();
    const user = await reply.json();
    app.innerHTML = '<h1>Cameras</h1><p id="user"></p><p><button id="out">Log out</button></p><div class="cards"></div>';
    app.querySelector('#user').textContent = 'Logged in as ' + user.name;
    app.querySelector('#out').onclick = logOut;
    for (let camera = 1; camera <= 7; camera++)
      app.querySelector('.cards').append(Object.assign(document.createElement('div'), { textContent: 'Gate ' + camera }));
  }

  async function logOut() {
    await ask('POST', 'auth/logout/');
    leave();
  }

  function leave() {
    localStorage.removeItem(key);
    location.hash = '#/login';
  }

  addEventListener('hashchange', show);
  show();
</script>
</body></html>
`,
  );
}
