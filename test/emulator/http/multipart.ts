/** A part of a multipart form. */
export interface Part {
  readonly name: string;
  readonly fileName: string | undefined;
  readonly content: Buffer;
}

const maxParts = 32;
const maxHeadSize = 8 * 1024;

/** Parses a multipart form; undefined if it is invalid or too large. */
export function readMultipart(contentType: string | undefined, body: Buffer): readonly Part[] | undefined {
  const boundary = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType ?? '',
  );
  const text = boundary?.[1] ?? boundary?.[2];
  if (text === undefined) return undefined;
  const mark = Buffer.from(`--${text}`);
  const parts: Part[] = [];
  let at = body.indexOf(mark);
  while (at >= 0) {
    const start = at + mark.length;
    if (body.subarray(start, start + 2).equals(Buffer.from('--'))) return parts;
    const end = body.indexOf(Buffer.from(`\r\n--${text}`), start);
    const part = end < 0 ? undefined : readPart(body.subarray(start, end));
    if (!part || parts.length >= maxParts) return undefined;
    parts.push(part);
    at = end + 2;
  }
  return undefined;
}

function readPart(bytes: Buffer): Part | undefined {
  const headEnd = bytes.subarray(0, maxHeadSize).indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const disposition = bytes
    .subarray(0, headEnd)
    .toString()
    .split('\r\n')
    .find((line) => /^content-disposition:\s*form-data/i.test(line));
  const name = /[;\s]name="([^"]*)"/i.exec(disposition ?? '')?.[1];
  if (name === undefined) return undefined;
  const fileName = /[;\s]filename="([^"]*)"/i.exec(disposition ?? '')?.[1];
  return { name, fileName, content: bytes.subarray(headEnd + 4) };
}
