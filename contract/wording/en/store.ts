/** The lock of the window, and what asks for the passphrase. */
export const lock = {
  lock: 'Lock',
  locked: 'Locked',
  unlock: 'Unlock',
  unlocking: 'Unlocking…',
  unlockWith: 'Unlock with {{keeper}}',
  passphrase: 'Passphrase',
  reasons: {
    asked: 'You locked this window.',
    idle: 'Locked because there was no input for a while.',
    screen: 'Locked together with the screen.',
    sleep: 'Locked when the computer went to sleep.',
    quit: 'Locked when the app was last quit.',
    start: 'The token store needs its passphrase.',
  },
  afterMinutes_one: 'Locked after {{count}} minute without input.',
  afterMinutes_other: 'Locked after {{count}} minutes without input.',
  covers: 'This lock covers the window. Whoever may use this desktop can unlock it.',
  nothingOpens:
    'Nothing here is shown without the passphrase. Resetting the vault starts with an empty list.',
  forgotten: 'Forgotten the passphrase?',
  forgetsTitle_one: 'Lock and forget {{count}} token?',
  forgetsTitle_other: 'Lock and forget {{count}} tokens?',
  forgetsText_one:
    'It is in memory only, and a lock clears the memory. You will log in again on that server.',
  forgetsText_other:
    'They are in memory only, and a lock clears the memory. You will log in again on those servers.',
  lockAnyway: 'Lock anyway',
  idle: 'Lock after minutes without input',
  minutes_one: '{{count}} minute',
  minutes_other: '{{count}} minutes',
  never: 'Never',
  withScreen: 'Lock when the screen locks',
  onSleep: 'Lock when the computer sleeps',
  onQuit: 'Lock when the app quits',
  onQuitHint: 'The next start begins with the lock.',
  cannotTell: 'This desktop cannot tell.',
  hint: 'A lock hides everything and forgets tokens that are in memory only.',
};

/** The token store: where tokens and passwords are kept, and what opens it. */
export const store = {
  title: 'Token store',
  keyring: 'the keyring',
  where: {
    opening: 'The token store opens when it is first needed.',
    byKeyring: 'Tokens are sealed on this computer, and {{keeper}} opens them by itself.',
    byPassphrase: 'Tokens are sealed on this computer. Only the passphrase opens them.',
    byBoth:
      'Tokens are sealed on this computer. The passphrase opens them, and {{keeper}} does so by itself.',
  },
  set: 'Set a passphrase…',
  change: 'Change passphrase…',
  remove: 'Remove passphrase…',
  setTitle: 'Set a passphrase',
  setText:
    'The passphrase opens the token store, also where the keyring does not. Nobody can tell it to you again.',
  setDo: 'Set passphrase',
  changeTitle: 'Change the passphrase',
  changeDo: 'Change passphrase',
  removeTitle: 'Remove the passphrase?',
  removeText:
    'Then only {{keeper}} opens the token store. If it ever loses its key, you log in again everywhere.',
  removeDo: 'Remove passphrase',
  onlyWayIn: 'It is the only way in, so it stays.',
  current: 'Current passphrase',
  fresh: 'New passphrase',
  again: 'New passphrase again',
  againFirst: 'Passphrase again',
  shortest: 'At least {{count}} characters; a few words are best.',
  mismatch: 'The two are not the same. Type this one again.',
  byItself: 'Open with {{keeper}} by itself',
  byItselfHint: 'Off: only the passphrase opens the token store.',
  byItselfOnly: 'Set a passphrase first; else nothing would open the tokens.',
  keyringOnTitle: 'Unlock automatically',
  keyringOnText:
    'Anyone who can use this desktop will be able to open the token store without the passphrase.',
  keyringOnDo: 'Turn on',
  keyringOffTitle: 'Always require the passphrase',
  keyringOffText: 'Everything is encrypted with a new key that the keyring doesn’t have.',
  keyringOffDo: 'Turn off',
  rotate: 'Change the key…',
  rotateTitle: 'Change the key',
  rotateText:
    'Everything is sealed anew under a new key. Do this if someone may have copied the token store.',
  rotateDo: 'Change the key',
  rotated: 'Everything is sealed under a new key.',
  working: 'One moment…',
  enter: 'Enter passphrase…',
  enterTitle: 'Enter the passphrase',
  enterText: 'It opens the tokens that are sealed on this computer.',
  tryAgain: 'Try again',
  begin: 'Reset vault…',
  replaceTitle: 'Reset vault',
  replaceText:
    'Your servers stay. Saved tokens and passwords are archived and can’t be opened without the old passphrase or keyring. You’ll log in to each server again.',
  replaceLockedText:
    'The app starts over with an empty list. Servers, tokens, passwords and the journal are archived in the data folder, and nothing is deleted. To get your servers back, import a backup or put the archived files back.',
  replaceField: 'Type {{word}} to confirm',
  replaceDo: 'Reset vault',
  banner: {
    keyringLocked: {
      title: 'The keyring is locked',
      text: 'Until it opens, tokens are kept in memory only. What is sealed stays as it is.',
    },
    keyringLost: {
      title: 'The sealed tokens do not open',
      text: 'They were sealed by {{keeper}}, which has another key at present. Servers and sealed tokens are kept.',
    },
    passphraseNeeded: {
      title: 'Tokens wait for the passphrase',
      text: 'They are sealed on this computer, and only the passphrase opens them.',
    },
    unreadable: {
      title: 'The token store cannot be read',
      text: 'The file is damaged and is kept as it is. Until a new one begins, tokens are kept in memory only.',
    },
    newer: {
      title: 'The token store is newer than this app',
      text: 'A newer version wrote it. It stays untouched; until the app is updated, tokens are kept in memory only.',
    },
    diskRefused: {
      title: 'The disk did not give the token store',
      text: 'The file could not be read just now. Tokens are kept in memory only.',
    },
  },
  choice: {
    title: 'Where should tokens be kept?',
    missing: 'Tokens can be sealed by a keyring, but here none answers: {{missing}}.',
    keyrings: {
      'gnome-keyring': 'GNOME Keyring is missing or does not run',
      kwallet: 'KWallet is missing or does not run',
      any: 'a Secret Service such as GNOME Keyring, KWallet or KeePassXC is missing',
    },
    seal: 'Seal them with a passphrase',
    sealText: 'You enter it once after each start, and the tokens stay.',
    memory: 'Keep in memory only',
    memoryText:
      'Without a passphrase, nothing is written to the disk, and you log in again after each start.',
    later: 'With “Cancel” tokens stay in memory for now, and the next start asks again.',
  },
  password: {
    keep: 'Keep the password on this computer',
    keptHint: 'Sealed on this computer, and used only to log in again.',
    forget: 'Forget the password',
    term: 'Password',
    kept: 'kept on this computer',
  },
  data: {
    title: 'Kept on this computer',
    servers: 'Servers',
    sealed: 'Sealed tokens',
    memory: 'Tokens in memory only',
    passwords: 'Kept passwords',
  },
};
