import { maxVideoSize, recordingMs } from '../../contract/sessions/face.ts';

/** The video formats for recording, in order of preference. */
const kinds = ['video/webm;codecs=vp8', 'video/webm;codecs=vp9', 'video/webm'] as const;

/** Records about three seconds of a camera; null if the result is empty or too large. */
export function recordFace(stream: MediaStream): Promise<Uint8Array | null> {
  const type = kinds.find((kind) => MediaRecorder.isTypeSupported(kind));
  const recorder = new MediaRecorder(stream, {
    videoBitsPerSecond: 1_500_000,
    ...(type === undefined ? {} : { mimeType: type }),
  });
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  const stopped = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => resolve(), { once: true });
    recorder.addEventListener('error', () => resolve(), { once: true });
  });
  recorder.start();
  setTimeout(() => {
    if (recorder.state !== 'inactive') recorder.stop();
  }, recordingMs);
  return stopped.then(async () => {
    const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
    return bytes.length === 0 || bytes.length > maxVideoSize ? null : bytes;
  });
}
