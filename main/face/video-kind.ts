/** A kind of video, by its media type and the usual end of its names. */
export interface VideoKind {
  readonly type: string;
  readonly extension: string;
}

/** The ends of names under which videos are offered to be chosen. */
export const videoExtensions = ['webm', 'mkv', 'mp4', 'm4v', 'mov', 'avi'] as const;

/**
 * The kind of a video by its first bytes; null for anything else.
 *
 * SECURITY: what a person chose by mistake, a document or a picture, is not sent to a server (0015).
 */
export function videoKind(bytes: Uint8Array): VideoKind | null {
  if (bytes.length < 12) return null;
  const at = (start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end));
  if (at(0, 4) === '\x1a\x45\xdf\xa3') {
    const isWebm = at(0, Math.min(64, bytes.length)).includes('webm');
    return isWebm
      ? { type: 'video/webm', extension: 'webm' }
      : { type: 'video/x-matroska', extension: 'mkv' };
  }
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'AVI ') return { type: 'video/x-msvideo', extension: 'avi' };
  if (at(4, 8) !== 'ftyp') return null;
  const brand = at(8, 12);
  // Pictures of phones have the same frame around them.
  if (/^(heic|heix|heif|heim|heis|hevc|mif1|msf1|avif|avis|M4A )/.test(brand)) return null;
  return brand === 'qt  '
    ? { type: 'video/quicktime', extension: 'mov' }
    : { type: 'video/mp4', extension: 'mp4' };
}
