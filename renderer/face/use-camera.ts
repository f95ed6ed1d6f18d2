import { useEffect, useState } from 'react';
import type { CameraReason } from '../../contract/core/face-problem.ts';
import type { Problem } from '../../contract/core/problem.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';

/** A camera that can be selected. */
export interface CameraChoice {
  readonly id: string;
  readonly label: string;
}

/** The state of the camera. */
export interface Camera {
  readonly stream: MediaStream | null;
  readonly starting: boolean;
  readonly choices: readonly CameraChoice[];
  readonly chosen: string;
  /** Turns a camera on; returns a problem if there is no picture. */
  readonly turnOn: (cameraId?: string) => Promise<Problem | null>;
  readonly turnOff: () => void;
}

/** What has to be released, and the number of the attempt: results of earlier attempts are released as well. */
interface Held {
  stream: MediaStream | null;
  turn: number;
}

/** The camera of this dialog: main allows it while the dialog is open, and unmounting turns it off. */
export function useCamera(profileId: ProfileId): Camera {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [starting, setStarting] = useState(false);
  const [choices, setChoices] = useState<readonly CameraChoice[]>([]);
  const [chosen, setChosen] = useState('');
  const [held] = useState<Held>(() => ({ stream: null, turn: 0 }));
  useEffect(() => () => stopStream(held), [held]);

  async function turnOn(cameraId = chosen): Promise<Problem | null> {
    stopStream(held);
    const { turn } = held;
    setStream(null);
    setStarting(true);
    const opened = await bridge.openCamera({ profileId });
    if (!opened.ok) {
      setStarting(false);
      // A person who answered the confirmation with Cancel needs no message.
      return opened.problem.code === 'cancelled' ? null : opened.problem;
    }
    try {
      const found = await navigator.mediaDevices.getUserMedia({ audio: false, video: constraints(cameraId) });
      // If the dialog was closed meanwhile, the camera must not stay on.
      if (turn !== held.turn) {
        for (const track of found.getTracks()) track.stop();
        return null;
      }
      held.stream = found;
      setStream(found);
      setStarting(false);
      setChosen(found.getVideoTracks()[0]?.getSettings().deviceId ?? cameraId);
      setChoices(await listCameras());
      return null;
    } catch (error) {
      void bridge.closeCamera();
      return { code: 'camera-failed', reason: cameraReason(error) };
    } finally {
      if (turn === held.turn) setStarting(false);
    }
  }

  return {
    stream,
    starting,
    choices,
    chosen,
    turnOn,
    turnOff: () => {
      stopStream(held);
      setStream(null);
      setStarting(false);
    },
  };
}

function stopStream(held: Held): void {
  held.turn += 1;
  for (const track of held.stream?.getTracks() ?? []) track.stop();
  held.stream = null;
  void bridge.closeCamera();
}

function constraints(cameraId: string): MediaTrackConstraints {
  const size = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 25 } };
  return cameraId === '' ? { ...size, facingMode: 'user' } : { ...size, deviceId: { exact: cameraId } };
}

async function listCameras(): Promise<readonly CameraChoice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}

function cameraReason(error: unknown): CameraReason {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotReadableError' ? 'busy' : 'failed';
}
