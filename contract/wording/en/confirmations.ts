/** The questions that main asks in the system's own dialogs; they are loaded apart from the texts of the window. */
export const confirmations = {
  cancel: 'Cancel',
  unusual: {
    ask: 'Send the text on the clipboard to {{host}}?',
    detail:
      'It does not look like a FindFace token: a token has 64 hex digits, this text has {{length}} characters. If it may be a password or another secret, cancel.',
    confirm: 'Send',
  },
  camera: {
    ask: 'Turn on the camera for {{host}}?',
    detail:
      'Videos of your face will be sent to this server when you press the button for it. Asked once for each server until the app is locked or closed. If you did not ask for the camera, cancel.',
    confirm: 'Turn On',
  },
  closing: {
    title_one: 'Quit and forget {{count}} token?',
    title_other: 'Quit and forget {{count}} tokens?',
    text_one: 'It isn’t saved. You’ll log in to that server again.',
    text_other: 'They aren’t saved. You’ll log in to those servers again.',
    quit: 'Quit',
  },
  way: {
    askTrust: 'Trust another certificate for “{{name}}”?',
    askProxy: 'Use another proxy for “{{name}}”?',
    server: 'Server',
    user: 'User',
    trustBefore: 'Trusted until now',
    trustAfter: 'To be trusted',
    trustOf: {
      system: 'System trust store',
      pin: 'Pinned certificate',
      ca: 'Custom CA',
    },
    proxyBefore: 'Proxy until now',
    proxyAfter: 'New proxy',
    proxyOf: {
      system: 'system proxy',
      direct: 'no proxy',
    },
    session: 'The token of your session will be sent over the new connection.',
    endings: 'So will the tokens of pending log-outs.',
    password: 'The saved password will be forgotten.',
    ifNotYou: 'If you did not ask for this, cancel.',
    confirmTrust: 'Trust',
    confirmProxy: 'Use Proxy',
  },
};

/** The shape of these questions. */
export type ConfirmationWords = typeof confirmations;
