import { useEffect, useState } from 'react';
import type { CameraReason } from '../../contract/core/face-problem.ts';
import type { Problem } from '../../contract/core/problem.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';

/** A camera that can be chosen. */
export interface CameraChoice {
  readonly id: string;
  readonly label: string;
}

/** The camera while it is on. */
export interface Camera {
  readonly stream: MediaStream | null;
  readonly starting: boolean;
  readonly choices: readonly CameraChoice[];
  readonly chosen: string;
  /** Turns a camera on; a problem where there is no picture. */
  readonly turnOn: (cameraId?: string) => Promise<Problem | null>;
  readonly turnOff: () => void;
}

/** What has to be let go of, and which turn it is: what comes of an earlier one is let go of as well. */
interface Held {
  stream: MediaStream | null;
  turn: number;
}

/** The camera of this dialog alone: main lets the page have it while it is on, and it goes off with the dialog. */
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
      // Whoever cancelled the question of main knows why there is no picture.
      return opened.problem.code === 'cancelled' ? null : opened.problem;
    }
    try {
      const found = await navigator.mediaDevices.getUserMedia({ audio: false, video: constraints(cameraId) });
      // Whoever left meanwhile must not leave the light of a camera on.
      if (turn !== held.turn) {
        for (const track of found.getTracks()) track.stop();
        return null;
      }
      held.stream = found;
      setStream(found);
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
