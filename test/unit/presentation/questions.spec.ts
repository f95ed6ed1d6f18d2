import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../contract/settings.ts';
import type { Wording } from '../../../main/confirmations/confirmation.ts';
import { gatewayQuestion } from '../../../main/gateway/gateway-question.ts';
import { loadTexts } from '../../../main/i18n/load-texts.ts';
import { addQuestion, readQuestion } from '../../../main/live-files/live-file-questions.ts';
import { Presentation } from '../../../main/presentation/presentation.ts';
import { connectionChangeWarning } from '../../../main/profile-editing/connection-change-warning.ts';
import { LiveState } from '../../../main/state/live-state.ts';
import { copyQuestion, openPageQuestion, pageQuestion } from '../../../main/web-interface/questions.ts';
import { sampleAppState } from '../../support/fixtures/app-state.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

const canary = 'canary';
const profile = sampleProfile({
  name: `${canary}-site`,
  userName: `${canary}-user`,
  address: { origin: `https://${canary}.corp`, basePath: `/${canary}` },
});
const path = `/home/${canary}/token.env`;
const file = {
  ...({ id: '0123456789ab', profileId: profile.id, kind: 'ask', format: 'env', path } as const),
  ...({ state: { kind: 'ready' }, lastRead: null } as const),
};
const other = {
  ...profile,
  tls: { mode: 'pin', fingerprint: `${canary}00`, trustedAt: 0 },
  proxy: { mode: 'fixed', url: `http://${canary}-proxy.corp:3128` },
} as const;
const held = { token: null, password: true, clientKey: true, endings: [] };

const questions: readonly (readonly [string, Wording])[] = [
  ['opening a page', openPageQuestion('interface', profile, true)],
  ['opening API docs', openPageQuestion('api-docs', profile, true)],
  ['a link of a page', pageQuestion({ kind: 'link', link: `https://${canary}.corp/x` }, profile)],
  ['what a page may', pageQuestion({ kind: 'fullscreen' }, profile)],
  ['copying', copyQuestion(profile)],
  ['a gateway', gatewayQuestion({ profile, access: 'read', minutes: 15, path: `/${canary}/` })],
  ['a live file', addQuestion({ profile, kind: 'ask', path })],
  ['a read of it', readQuestion({ file, profile, program: 'node', path })],
  ['an unknown read of it', readQuestion({ file, profile, program: '', path })],
  ['another connection', connectionChangeWarning(profile, other, held)],
];

describe('a question of main', () => {
  test.for(questions)(
    'about %s has names, but placeholders in presentation mode (0050)',
    async ([, wording]) => {
      const t = await loadTexts('en', 'native');
      const live = new LiveState(sampleAppState({ rows: [sampleRow({ profile })] }));
      const presentation = new Presentation(live);
      expect(JSON.stringify(wording(t, presentation))).toContain(canary);
      live.change({ settings: { ...defaultSettings, presentation: true } });
      const shown = JSON.stringify(wording(t, presentation));
      expect(shown).not.toContain(canary);
      expect(shown).toContain('1');
    },
  );
});
