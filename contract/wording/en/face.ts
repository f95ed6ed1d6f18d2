import type { FaceProblem, FaceRefusal } from '../../core/face-problem.ts';
import type { LoginMethod } from '../../sessions/session.ts';

interface ProblemWords {
  readonly title: string;
  readonly text: string;
}

/** Logging in and renewing by a video of a face. */
export const face = {
  logIn: 'Log in by face…',
  renew: 'Renew by face…',
  title: 'Log in to {{name}} by face',
  renewTitle: 'Renew {{name}} by face',
  lead: 'The server looks at a video of about 3 seconds. The video goes to {{host}} and is kept nowhere by this app.',
  thenPassword: 'After the face this server asks for the password.',
  sameToken: 'The token stays the same; only its end moves.',
  turnOn: 'Turn on the camera',
  choose: 'Choose a video file…',
  camera: 'Camera',
  cameraNumber: 'Camera {{number}}',
  starting: 'Turning on the camera…',
  look: 'Look straight into the camera, with light on your face.',
  record: 'Record',
  recording: 'Recording…',
  again: 'Record again',
  isGood: 'Is your face easy to see?',
  chosen: '{{file}} ({{mb}} MB)',
  send: 'Send and log in',
  sendToRenew: 'Send and renew',
  sending: 'The server is looking at the video…',
  picture: 'Picture of the camera',
  recorded: 'Recorded video',
  withPassword: 'Log in with a password',
  recognised: 'The face was recognised. The password completes the login.',
  wayIn: 'Logged in by',
  waysIn: { password: 'password', face: 'face', pasted: 'a token from the clipboard' } satisfies Record<
    LoginMethod,
    string
  >,
};

/** Taking over a token that was made elsewhere. */
export const pasted = {
  open: 'Use a token from the clipboard…',
  title: 'Use a token for {{name}}',
  lead: 'For a token that was made elsewhere, such as on the page of the API documentation. The app reads the clipboard once, asks {{host}} whose token it is, and then keeps it. The token is not shown.',
  read: 'Read the clipboard',
  asking: 'Asking the server…',
  otherTitle: 'A token of another user',
  other: 'This token belongs to {{other}}, but the user of this server is {{user}}.',
  keep: 'Keep it all the same',
  kept: 'The token is kept. It is not known when it ends: the server does not tell that of a token.',
  onClipboard: 'It is still on the clipboard.',
  clear: 'Clear the clipboard',
  cleared: 'The token is no longer on the clipboard.',
};

/** What goes wrong with faces and pasted tokens. */
export const faceProblems = {
  'face-not-recognised': {
    title: 'Face not recognised',
    text: '{{name}} did not recognise the face in the video. Record it again with more light, looking straight into the camera.',
  },
  'face-not-offered': {
    title: 'No face here',
    text: '{{because}}',
  },
  'face-of-other-user': {
    title: 'The face of another user',
    text: '{{name}} recognised the face of {{other}}, but the user of this server is {{user}}. Nothing was kept.',
  },
  'face-token-refused': {
    title: 'The face has to be shown again',
    text: '{{name}} no longer accepts the face that was shown before the password. Show it once more.',
  },
  'face-needs-https': {
    title: 'No face without HTTPS',
    text: 'FindFace takes faces over HTTPS only. Enter the address of {{host}} with https://, or log in with a password.',
  },
  'video-refused': {
    title: 'Video refused',
    text: '{{because}}',
  },
  'video-missing': { title: 'No video', text: 'Record a video, or choose a file.' },
  'video-too-large': { title: 'Video too large', text: 'A video may have up to {{mb}} MB.' },
  'video-unknown': {
    title: 'Not a video',
    text: '{{file}} is not a video that can be sent. Choose a WebM, MP4, MOV, MKV or AVI file.',
  },
  'video-not-read': { title: 'File not read', text: '{{file}} could not be read.' },
  'camera-failed': {
    title: 'No picture from the camera',
    text: '{{because}} You can choose a video file instead.',
  },
  'clipboard-empty': {
    title: 'No text on the clipboard',
    text: 'Copy the token first, alone or as “Authorization: Token …”.',
  },
  'token-malformed': {
    title: 'No token on the clipboard',
    text: 'What is on the clipboard cannot be a token. Copy it alone or as “Authorization: Token …”.',
  },
  'token-of-other-kind': { title: 'Another kind of token', text: '{{because}}' },
  'pasted-token-refused': {
    title: 'The server does not accept this token',
    text: '{{name}} does not know this token, or no longer. Nothing was kept.',
  },
  'pasted-token-own': {
    title: 'Already in use here',
    text: 'This is the session that “{{name}}” has already. Nothing was sent.',
  },
  'pasted-token-of-other': {
    title: 'The session of another server',
    text: 'This is the session of “{{other}}”, user {{otherUser}}. It was not sent to “{{name}}”.',
  },
  'pasted-token-gone': {
    title: 'Read the clipboard again',
    text: 'What was read from the clipboard has been forgotten meanwhile.',
  },
} satisfies Record<(FaceProblem | FaceRefusal)['code'], ProblemWords>;

/** The reasons in those sentences. */
export const faceReasons = {
  face: {
    login: 'This server does not let anybody log in by face. Log in with a password.',
    renewal: 'This server does not renew sessions by face. Log in again instead.',
  },
  video: {
    'too-large': 'The video is too large for this server. Choose a shorter one.',
    unusable: 'The server cannot use this video. Record it again, or choose another file.',
  },
  camera: {
    none: 'No camera was found.',
    refused: 'The system does not let this app use the camera.',
    busy: 'Another program is using the camera.',
    failed: 'The camera does not start.',
  },
  token: {
    detector:
      'This is a token of an external detector or camera (32 hex digits). It sends events and opens no session.',
    'vms-plugin': 'This is a token of a VMS plug-in. It opens no session.',
    lite: 'This is a token of FindFace Lite or of another product (JWT). FindFace Multi does not take it.',
    enterprise: 'This is a key of FindFace Enterprise Server SDK. FindFace Multi does not take it.',
    bearer: 'This is a header with “Bearer”. FindFace Multi takes “Token” only.',
    basic: 'This is a header with a user name and a password. Log in with them instead.',
    address: 'This is an address. A token in an address is not the token of a session; copy the token alone.',
  },
};
