import { useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import type { ChosenVideo } from '../../contract/sessions/face.ts';
import type { Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { useCertificatePrompt } from '../certificate/use-certificate-prompt.tsx';
import { closeDialog, type FacePurpose, openDialog } from '../state/view-state.ts';
import { recordFace } from './record-face.ts';
import { type Camera, useCamera } from './use-camera.ts';

/** The step of a face log-in. */
export type FaceStage = 'start' | 'live' | 'recording' | 'recorded' | 'chosen' | 'sending';

/** The state of a face log-in, until a face is recognized. */
export interface FaceForm {
  readonly stage: FaceStage;
  readonly camera: Camera;
  /** The recorded video; null if there is none, or a file was chosen. */
  readonly recorded: Uint8Array | null;
  readonly chosen: ChosenVideo | null;
  readonly problem: Problem | null;
  /** Whether the dialog of the system for a file is open. */
  readonly choosing: boolean;
  readonly turnOn: (cameraId?: string) => void;
  readonly choose: () => void;
  readonly record: () => void;
  readonly send: () => void;
  readonly close: () => void;
  readonly prompt: ReturnType<typeof useCertificatePrompt>['prompt'];
}

/** Records or chooses a video, sends it, and continues with the result. */
export function useFace({ profile, passwordKept }: Row, purpose: FacePurpose): FaceForm {
  const profileId = profile.id;
  const camera = useCamera(profileId);
  const [recorded, setRecorded] = useState<Uint8Array | null>(null);
  const [chosen, setChosen] = useState<ChosenVideo | null>(null);
  const [work, setWork] = useState<'recording' | 'sending' | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [problem, tell] = useState<Problem | null>(null);
  const { handles, prompt } = useCertificatePrompt(() => void send(), tell);

  async function turnOn(cameraId?: string): Promise<void> {
    tell(null);
    setRecorded(null);
    setChosen(null);
    tell(await camera.turnOn(cameraId));
  }

  async function choose(): Promise<void> {
    camera.turnOff();
    tell(null);
    setChoosing(true);
    const result = await bridge.chooseVideo({ profileId });
    setChoosing(false);
    if (!result.ok) tell(result.problem);
    if (!result.ok || result.value === null) return;
    setRecorded(null);
    setChosen(result.value);
  }

  async function record(): Promise<void> {
    if (camera.stream === null || work !== null) return;
    setWork('recording');
    const bytes = await recordFace(camera.stream);
    setWork(null);
    camera.turnOff();
    setRecorded(bytes);
    if (bytes === null) tell({ code: 'video-missing' });
  }

  async function send(): Promise<void> {
    if (work !== null) return;
    setWork('sending');
    tell(null);
    const request = { profileId, video: recorded };
    const result = await (purpose === 'login' ? bridge.loginByFace(request) : bridge.renewByFace(request));
    setWork(null);
    if (result.ok) return result.value === 'password-needed' ? askPassword() : closeDialog();
    if (handles(profileId, result.problem)) return;
    if (result.problem.code !== 'cancelled') tell(result.problem);
    // A video that the server has refused is not sent again.
    if (!('status' in result.problem)) return;
    setRecorded(null);
    setChosen(null);
  }

  async function askPassword(): Promise<void> {
    if (!passwordKept) return openDialog({ kind: 'login', profileId, afterFace: true });
    closeDialog();
    const result = await bridge.loginAgain({ profileId });
    if (!result.ok && result.problem.code !== 'cancelled')
      openDialog({ kind: 'login', profileId, afterFace: true, problem: result.problem });
  }

  function close(): void {
    void bridge.cancelFace({ profileId });
    if (work !== 'sending') closeDialog();
  }

  const shown = recorded !== null ? 'recorded' : chosen !== null ? 'chosen' : null;
  return {
    stage: work ?? shown ?? (camera.stream === null ? 'start' : 'live'),
    camera,
    recorded,
    chosen,
    problem,
    choosing,
    turnOn: (cameraId) => void turnOn(cameraId),
    choose: () => void choose(),
    record: () => void record(),
    send: () => void send(),
    close,
    prompt,
  };
}
