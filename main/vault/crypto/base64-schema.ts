import * as v from 'valibot';

/** Canonical base64 of between `least` and `most` bytes. */
export const base64 = (least: number, most = least) =>
  v.pipe(
    v.string(),
    v.maxLength(Math.ceil(most / 3) * 4),
    v.check((text) => {
      const bytes = Buffer.from(text, 'base64');
      return bytes.length >= least && bytes.length <= most && bytes.toString('base64') === text;
    }),
  );
