import { type FaceCalls, maxVideoSize } from '../sessions/face.ts';
import { type PastedTokenCalls, pasteSteps } from '../sessions/pasted-token.ts';
import { asBytes, asOneOf, asProfileId, fields, MalformedMessage } from './parse.ts';

type Asked = FaceCalls & PastedTokenCalls;
type Readers = { readonly [Name in keyof Asked]: (raw: unknown) => Parameters<Asked[Name]>[0] };

const nothing = (raw: unknown): undefined => {
  if (raw !== undefined) throw new MalformedMessage('this call takes nothing');
};

const oneProfile = (raw: unknown) => ({ profileId: asProfileId(fields(raw, ['profileId']).profileId) });

const withVideo = (raw: unknown) => {
  const { profileId, video } = fields(raw, ['profileId', 'video']);
  return {
    profileId: asProfileId(profileId),
    video: video === null ? null : asBytes(video, maxVideoSize),
  };
};

/** The readers of the calls about faces and pasted tokens. */
export const faceReaders: Readers = {
  openCamera: oneProfile,
  closeCamera: nothing,
  chooseVideo: oneProfile,
  loginByFace: withVideo,
  renewByFace: withVideo,
  cancelFace: oneProfile,
  pasteToken: (raw) => {
    const { profileId, step } = fields(raw, ['profileId', 'step']);
    return { profileId: asProfileId(profileId), step: asOneOf(step, pasteSteps) };
  },
  dropPastedToken: nothing,
  clearPastedToken: nothing,
};
