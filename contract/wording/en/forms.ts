/** The dialogs in which something is typed or decided. */
export const forms = {
  add: {
    title: 'Add server',
    titleLike: 'Add account on {{name}}',
    cancelled: 'Cancelled. If the server had already accepted, a session may exist there.',
    saveAndShowFace: 'Save and log in by face',
    address: 'Server address',
    addressHint: 'IP address, host name, or the URL of any page of the server.',
    addressExample: '10.0.4.7 or https://findface.example.org:8443',
    name: 'Name',
    nameHint: 'Optional. Defaults to the address.',
    userName: 'User name',
    password: 'Password',
    passwordHint: 'Used once to log in, and not stored.',
    tags: 'Tags',
    tagsHint: 'Separated by commas.',
    environment: 'Environment',
    logIn: 'Log in',
    saveOnly: 'Save without logging in',
  },
  edit: {
    title: 'Edit {{name}}',
    save: 'Save',
    losesSession: 'Another address or user name ends the session kept here: you will need to log in again.',
  },
  login: {
    title: 'Log in to {{name}}',
    asUser: 'as {{user}}',
    logIn: 'Log in',
    loggingIn: 'Logging in…',
    faceToken: 'Face check token',
    faceTokenHint: 'The inactive token of a face check, for servers that ask for face and password.',
    withFaceToken: 'Use a face check token',
  },
  remove: {
    title: 'Remove {{name}}?',
    text: 'The server, its tags and its token are forgotten on this computer.',
    textSession: 'Unless you log out as well, the session lives on at the server ({{left}}).',
    logOutAndRemove: 'Log out and remove',
    removeOnly: 'Remove',
  },
  certificate: {
    compareTitle: 'Compare the certificate',
    changedTitle: 'The certificate has changed',
    compareText:
      'Nothing was sent to {{host}} yet. Its certificate is not trusted: {{because}}. Compare the fingerprint with the one your administrator names.',
    changedText:
      'Nothing was sent to {{host}}. If your administrator did not renew the certificate, the connection may be intercepted.',
    fingerprint: 'SHA-256 fingerprint',
    trusted: 'Trusted until now',
    shownNow: 'Shown now',
    trust: 'Trust this certificate',
  },
  copyAnyway: {
    title: 'Copy anyway?',
    expired: 'The session of {{user}} on {{name}} expired {{ago}}. The server will refuse its header.',
    refused: 'The server refused the session of {{user}} on {{name}}. Its header will not work.',
    certificate:
      '{{name}} showed a certificate you have not trusted. A header you copy now may reach someone else’s server.',
    copy: 'Copy anyway',
    logInAgain: 'Log in again',
  },
  copyProduction: {
    title: 'Copy a production header?',
    text: '{{name}} is a production server. Whoever pastes this header acts there as {{user}}.',
    copy: 'Copy header',
  },
};
