/** The shortest passphrase, in characters; said beside the field, so that nobody has to find out. */
export const shortestPassphrase = 8;
