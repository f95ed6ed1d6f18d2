import { held, rowOf } from '../support/fake-bridge/fake-rows.ts';
import { sampleRows } from '../support/fake-bridge/sample-rows.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { testDialogs } from './dialog-case.ts';
import { filling, fromMenu, fromTools } from './opening.ts';

const words = { host: '10.0.9.4', status: 401, serverCode: 'UNAUTHORIZED', desc: null };
const now = Date.now();
const server = {
  sessionSeconds: 15_552_000,
  needsRenewal: true,
  renewIntervalSeconds: 3_600,
  activeDirectory: false,
  cproauth: false,
  languages: ['en'],
  seenAt: now,
};

const withFaces: PageMain = {
  state: {
    rows: [
      rowOf(201, {
        name: 'Gate',
        address: 'https://gate.example.org',
        userName: 'ivanov',
        session: { phase: 'logged-out' },
        server: { ...server, authType: 'face_or_password' },
      }),
      rowOf(202, {
        name: 'Plain gate',
        address: 'http://plain.example.org',
        userName: 'ivanov',
        session: { phase: 'logged-out' },
        server: { ...server, authType: 'face_or_password' },
      }),
    ],
  },
};

const bulk: PageMain = {
  state: {
    rows: ['North', 'South'].map((name, index) =>
      rowOf(210 + index, {
        name,
        address: `https://10.9.0.${index}`,
        userName: 'ivanov',
        session: index === 0 ? { phase: 'logged-out' } : held(now, -3_600_000, 'accepted'),
        server: { ...server, authType: 'password' },
      }),
    ),
  },
};

testDialogs([
  {
    name: 'Log in to Training room',
    open: fromMenu('Training room', 'Log in'),
    focus: ['password', 'Password'],
    shows: [/as trainer/],
    mistakes: [{ what: 'no password', field: 'Password', says: /password/i }],
    sends: {
      call: 'login',
      fill: filling({ Password: 'secret' }),
      button: 'Log in',
      busy: 'Logging in…',
      byEnter: true,
      request: { password: 'secret', faceToken: null, keepPassword: false },
      refusals: [
        { problem: { code: 'wrong-password', userName: 'trainer', ...words }, says: /trainer/ },
        { problem: { code: 'device-blocked', ...words }, says: /blocked/i },
        {
          problem: { code: 'face-check-needed', type: 'face_and_password', ...words },
          says: /face verification token/,
        },
        {
          problem: { code: 'server-unreachable', host: '10.0.9.4', reason: 'refused' },
          says: 'Connection refused by 10.0.9.4. Check the port.',
        },
        {
          problem: { code: 'too-many-requests', retryAfterSeconds: 30, ...words },
          says: /Try again in 30 s/,
        },
        { problem: { code: 'password-not-kept', reason: 'not-sealed' }, says: /can’t be saved/ },
      ],
    },
  },
  {
    name: 'Log in to Lab',
    when: 'over plain HTTP',
    open: fromMenu('Lab', 'Log in again'),
    focus: ['password', 'Password'],
    shows: [/not encrypted/i],
  },
  {
    name: 'Paste token for Training room',
    open: fromMenu('Training room', 'Paste token…'),
    focus: ['button', 'Read the clipboard'],
    shows: [/The token isn’t shown/],
    sends: {
      call: 'pasteToken',
      button: 'Read the clipboard',
      busy: 'Checking the token…',
      byEnter: true,
      request: { step: 'read' },
      refusals: [
        { problem: { code: 'clipboard-empty' }, says: 'Copy the token first' },
        { problem: { code: 'token-malformed' }, says: /doesn’t contain a token/ },
        { problem: { code: 'token-of-other-kind', kind: 'bearer' }, says: /“Bearer” header/ },
        { problem: { code: 'pasted-token-refused', ...words }, says: 'Training room rejected this token.' },
      ],
      done: /Token saved. Expiry unknown/,
    },
  },
  {
    name: 'Paste token for Training room',
    when: 'the token of another user',
    main: {
      answers: {
        pasteToken: { ok: true, value: { kind: 'other-user', userName: 'petrov', realName: 'P. Petrov' } },
      },
    },
    open: async (on) => {
      await fromMenu('Training room', 'Paste token…')(on);
      await on.window.button('Read the clipboard').click();
      await on.window.button('Keep anyway').waitFor();
    },
    focus: ['button', 'Keep anyway'],
    shows: ['Different user', /belongs to petrov \(P. Petrov\)/],
  },
  {
    name: 'Log in to Gate with face',
    main: withFaces,
    open: fromMenu('Gate', 'Log in with face…'),
    focus: ['button', 'Turn on the camera'],
    shows: [/about 3 seconds/],
    sends: {
      call: 'loginByFace',
      fill: async ({ window }) => window.button('Choose a video file…', window.dialog).click(),
      button: 'Send and log in',
      busy: 'Verifying the video…',
      // A video that the server has refused is not sent again.
      retry: 'Turn on the camera',
      refusals: [
        { problem: { code: 'face-not-recognised', ...words }, says: /better light/ },
        { problem: { code: 'video-refused', reason: 'too-large', ...words }, says: /Choose a shorter one/ },
      ],
    },
  },
  {
    name: 'Log in to Plain gate with face',
    when: 'over plain HTTP',
    main: withFaces,
    open: fromMenu('Plain gate', 'Log in with face…'),
    focus: ['button', 'Cancel'],
    shows: [/only over HTTPS/],
  },
  {
    name: 'Bulk log-in',
    main: bulk,
    open: fromTools('Bulk log-in…'),
    focus: ['password', 'Password'],
    shows: [/tried one by one/],
    mistakes: [{ what: 'no password', field: 'Password', says: /password/i }],
    sends: {
      call: 'beginBulkLogin',
      fill: filling({ Password: 'secret' }),
      button: 'Log in to 2 servers',
      byEnter: true,
      request: { userName: 'ivanov', password: 'secret', domainAgreed: false },
      refusals: [{ problem: { code: 'bulk-login-under-way' }, says: 'Wait for it to finish, or stop it.' }],
      done: 'Logged in to 2 of 2 servers',
    },
  },
  {
    name: 'Bulk log-in',
    when: 'without servers',
    main: { state: { rows: sampleRows(now).slice(0, 0) } },
    open: fromTools('Bulk log-in…'),
    focus: ['button', 'Cancel'],
    shows: ['No servers yet.'],
  },
]);
