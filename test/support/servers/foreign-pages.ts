/**
 * The web interface of the foreign server: a module that reads the session once, asks for its user with a lower-case
 * scheme, and goes to its log-in page without a session or after a log-out, whatever the server said to it.
 */
export const foreignInterface = `<!doctype html><meta charset="utf-8"><title>Port control</title>
<main><h1></h1><button hidden>Sign out</button></main>
<script type="module">
const heading = document.querySelector('h1');
const button = document.querySelector('button');
const key = (localStorage.getItem('lastKey') ?? 'default') + '__AuthModule';
const { token, token_expiration_datetime: end } = JSON.parse(localStorage.getItem(key) ?? '{}');
const leave = () => {
  localStorage.clear();
  location.replace('#/login');
  heading.textContent = 'Sign in';
  button.hidden = true;
};
const headers = { authorization: 'token ' + token };
if (!token || Date.parse(end) < Date.now()) leave();
else {
  const answer = await fetch('users/me/', { headers });
  if (!answer.ok) leave();
  else {
    heading.textContent = (await answer.json()).real_name;
    history.replaceState(null, '', '#/start');
    button.hidden = false;
  }
}
button.onclick = () => fetch('auth/logout/', { method: 'POST', headers }).finally(leave);
</script>`;

/** The API docs of the foreign server: what they try carries no header of the page's own. */
export const foreignApiDocs = `<!doctype html><meta charset="utf-8"><title>Port API</title>
<button>Try</button><output></output>
<script>
document.querySelector('button').onclick = async () => {
  const asked = new XMLHttpRequest();
  asked.open('GET', '../users/me/');
  asked.onload = () => { document.querySelector('output').value = asked.status + ' ' + JSON.parse(asked.responseText).name; };
  asked.send();
};
</script>`;
