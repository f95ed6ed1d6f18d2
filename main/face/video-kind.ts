/** A video format: its media type and its usual file extension. */
export interface VideoKind {
  readonly type: string;
  readonly extension: string;
}

/** The file extensions that the dialog offers. */
export const videoExtensions = ['webm', 'mkv', 'mp4', 'm4v', 'mov', 'avi'] as const;

/**
 * The format of a video by its first bytes; null for anything else.
 *
 * SECURITY: a document or picture chosen by mistake is not sent to a server (0015).
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
  // HEIC and AVIF pictures share the container format.
  if (/^(heic|heix|heif|heim|heis|hevc|mif1|msf1|avif|avis|M4A )/.test(brand)) return null;
  return brand === 'qt  '
    ? { type: 'video/quicktime', extension: 'mov' }
    : { type: 'video/mp4', extension: 'mp4' };
}
