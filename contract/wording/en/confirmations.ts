/** The questions that main asks in the system's own dialogs; they are loaded apart from the texts of the window. */
export const confirmations = {
  cancel: 'Cancel',
  unusual: {
    ask: 'Send the text on the clipboard to {{host}}?',
    detail:
      'It doesn’t look like a FindFace token: a token has 64 hex digits, and this text has {{length}} characters. If it could be a password or another secret, cancel.',
    confirm: 'Send',
  },
  camera: {
    ask: 'Turn on the camera for {{host}}?',
    detail:
      'A video of your face is sent to this server only when you press the send button. Your answer counts for this server until the app is locked or closed. If you didn’t turn on the camera, cancel.',
    confirm: 'Turn On',
  },
  closing: {
    title_one: 'Quit and forget {{count}} token?',
    title_other: 'Quit and forget {{count}} tokens?',
    text_one: 'It’s kept in memory only. You’ll have to log in to that server again.',
    text_other: 'They’re kept in memory only. You’ll have to log in to those servers again.',
    quit: 'Quit',
  },
  way: {
    askTrust: 'Trust another certificate for “{{name}}”?',
    askProxy: 'Use another proxy for “{{name}}”?',
    server: 'Server',
    user: 'User',
    trustBefore: 'Current trust',
    trustAfter: 'New trust',
    trustOf: {
      system: 'System trust store',
      pin: 'Pinned certificate',
      ca: 'Custom CA',
    },
    proxyBefore: 'Current proxy',
    proxyAfter: 'New proxy',
    proxyOf: {
      system: 'system proxy',
      direct: 'no proxy',
    },
    session: 'The token of your session will be sent over the new connection.',
    endings: 'So will the tokens of pending log-outs.',
    password: 'The saved password will be deleted.',
    ifNotYou: 'If this wasn’t you, cancel.',
    confirmTrust: 'Trust',
    confirmProxy: 'Use Proxy',
  },
};

/** The shape of these questions. */
export type ConfirmationWords = typeof confirmations;
