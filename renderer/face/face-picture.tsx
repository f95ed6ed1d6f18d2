import { type RefObject, useEffect, useRef } from 'react';
import styles from './face-picture.module.css';

interface LiveProps {
  readonly stream: MediaStream;
  readonly label: string;
  /** Whether it is being recorded. */
  readonly recording: boolean;
}

/** The camera picture, mirrored. */
export function LivePicture({ stream, label, recording }: LiveProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    element.srcObject = stream;
    return () => {
      element.srcObject = null;
    };
  }, [stream]);
  return (
    <div className={styles.frame} data-recording={recording || undefined}>
      <video ref={video} className={styles.mirror} aria-label={label} autoPlay muted playsInline />
      <div className={styles.oval} aria-hidden="true" />
      <div className={styles.time} aria-hidden="true" />
    </div>
  );
}

interface RecordedProps {
  readonly bytes: Uint8Array;
  readonly label: string;
}

/** The recorded video, looped. */
export function RecordedPicture({ bytes, label }: RecordedProps) {
  const video = useRef<HTMLVideoElement>(null);
  useBlobUrl(video, bytes);
  return (
    <div className={styles.frame}>
      <video ref={video} className={styles.mirror} aria-label={label} autoPlay loop muted playsInline />
    </div>
  );
}

function useBlobUrl(video: RefObject<HTMLVideoElement | null>, bytes: Uint8Array): void {
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'video/webm' }));
    const element = video.current;
    if (element !== null) element.src = url;
    return () => {
      element?.removeAttribute('src');
      URL.revokeObjectURL(url);
    };
  }, [video, bytes]);
}
