import { aNumber, oneOf, onOff, someText } from './switch.ts';

/** Known or possible differences between FindFace servers. */
export const behaviourSwitches = {
  authType: oneOf(
    ['password', 'face', 'face_or_password', 'face_and_password'],
    'AUTH_TYPE: how people log in; shown in /config.json',
  ),
  sessionSeconds: aNumber(15_552_000, 'MAXIMUM_SESSION_LENGTH: life of a token, 180 days unless changed'),
  renewSession: onOff('NEED_SESSION_RENEW: whether a face video may move the expiry', true),
  renewSeconds: aNumber(3600, 'RENEW_SESSION_INTERVAL: how often a client should send a face video'),
  prefix: oneOf(['', '/api'], 'where the API lives; with /api the site root answers an HTML 404'),
  rootConfig: onOff('also answer /config.json at the site root when the API lives under /api'),
  serverUrl: someText('', 'server.url in /config.json; empty leaves it out'),
  sameUuid: oneOf(
    ['replace', 'add'],
    'log in again with the same uuid: the earlier token dies, or both live',
  ),
  tokenLimit: aNumber(0, 'tokens one user may hold; one more is 403 {"error"}; 0 is no limit'),
  passwordChange: oneOf(['keeps', 'ends'], 'whether a changed password ends the tokens of that user'),
  activeDirectory: onOff('whether /users/me/ad logs Active Directory users in', true),
  blockedStatus: oneOf(['403', '401'], 'status for a login from a blocked device'),
  blockedCode: someText('DEVICE_BLOCKED', 'code for a login from a blocked device'),
  faceOnlyStatus: oneOf(['401', '400', '403'], 'status for a password login when authType is face'),
  faceTokenStatus: oneOf(['400', '401'], 'status for a missing or wrong video_auth_token'),
  faceOf: someText('ivanov', 'login name of the person seen in every face video; nobody recognises no one'),
  contentType: oneOf(['any', 'json-only'], 'json-only answers 415 to a login that is not application/json'),
  licence: oneOf(['fine', '401', '403'], 'a broken licence answers every call with LICENSE_ERROR'),
  licenceDays: aNumber(365, 'days until the licence ends, as /ntls/ tells', 100_000, 'signed'),
  ntls: oneOf(['both', 'old', 'new'], 'which licence pages exist: /ntls/, /ntls/v1/ or both'),
  camera: oneOf(
    ['fine', 'refuses'],
    '/cameras/count/ answers 401 ONVIF_UNAUTHORIZED, which is not about the token',
  ),
  adminField: onOff('whether users carry has_admin_permissions, as newer servers do', true),
  unknownPath: oneOf(
    ['404', 'index-page'],
    'unknown paths: 404 NOT_FOUND, or 200 with the page of the web UI',
  ),
  pageHost: someText(
    '',
    'origin written into next_page and prev_page, such as http://findface-multi-legacy:8002',
  ),
  onlineSeconds: aNumber(60, 'seconds after the last ping until a session is shown offline'),
  pingSeconds: aNumber(20, 'seconds between pings on the live channel /events/', 86_400),
  challenge: oneOf(['usual', 'none', 'negotiate', 'ntlm', 'digest'], 'WWW-Authenticate of a 401'),
  cookie: onOff('set a cookie with every answer'),
} as const;
