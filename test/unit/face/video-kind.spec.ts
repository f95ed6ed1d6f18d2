import { describe, expect, test } from 'vitest';
import { mayShowFace } from '../../../contract/sessions/face.ts';
import { videoKind } from '../../../main/face/video-kind.ts';

const bytes = (text: string) => Buffer.from(text.padEnd(64, '.'), 'latin1');

describe('a video', () => {
  const videos: Readonly<Record<string, string>> = {
    webm: '\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01....webm',
    mkv: '\x1a\x45\xdf\xa3....matroska',
    avi: 'RIFF....AVI LIST',
    mp4: '\0\0\0\x18ftypisom',
    mov: '\0\0\0\x14ftypqt  ',
  };
  for (const [extension, start] of Object.entries(videos)) {
    test(`is recognized as ${extension} by its first bytes, whatever its name`, () => {
      expect(videoKind(bytes(start))).toMatchObject({ extension });
    });
  }

  const others = {
    'a picture of a phone': '\0\0\0\x18ftypheic',
    'a sound': '\0\0\0\x18ftypM4A ',
    'a document': '%PDF-1.7',
    'an archive': 'PK\x03\x04',
    'a wave': 'RIFF....WAVEfmt ',
    'a text': '{"fmt":"ffsm-profiles"}',
  };
  for (const [what, start] of Object.entries(others)) {
    test(`is not ${what}`, () => expect(videoKind(bytes(start))).toBe(null));
  }

  test('is not recognized in a file that is too short', () =>
    expect(videoKind(new Uint8Array(3))).toBe(null));
});

describe('a face', () => {
  const addresses: readonly (readonly [string, boolean])[] = [
    ['https://10.0.4.7:8443', true],
    ['http://localhost:8080', true],
    ['http://127.0.0.1', true],
    ['http://[::1]:80', true],
    ['http://10.0.4.7', false],
    ['http://localhost.evil.example', false],
    ['http://127.0.0.1.evil.example', false],
  ];
  for (const [origin, may] of addresses) {
    test(`is ${may ? '' : 'not '}sent to ${origin}`, () => {
      expect(mayShowFace({ origin, basePath: '' })).toBe(may);
    });
  }
});
