/**
 * The address of the demo server, which answers inside the app. `.invalid` is reserved, so that no server can ever have
 * this name.
 */
export const demoOrigin = 'https://demo.ffsm.invalid';

/** The account of the demo server; it accepts any password. */
export const demoAccount = { userName: 'demo', password: 'demo' } as const;
