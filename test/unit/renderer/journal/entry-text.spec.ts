import { expect, test } from 'vitest';
import type { JournalEntry } from '../../../../contract/journal.ts';
import { languages } from '../../../../contract/settings.ts';
import { describeEntry } from '../../../../renderer/journal/entry-text.ts';
import { speech } from '../../../support/app/speech.ts';

const entry = (what: JournalEntry['what'], facts: JournalEntry['facts']): JournalEntry => ({
  ...{ id: 1, at: 0, what, facts },
  ...{ profileId: null, name: '', userName: '', host: '' },
});

const changes = [
  [entry('clipboard-rule', { from: 30, to: 'never' }), /30\s(s|с) → (never|никогда|nunca)$/],
  [
    entry('lock-rule', { rule: 'idle', from: 15, to: 'never' }),
    /^.+ · 15\s(min|мин) → (never|никогда|nunca)$/,
  ],
  [
    entry('proxy-changed', { from: 'direct', to: '10.0.0.1:3128' }),
    /^(no proxy|без прокси|sin proxy) → 10\.0\.0\.1:3128$/,
  ],
  [
    entry('trust-changed', { from: 'ca:0123456789abcdef', to: 'from a later version' }),
    /^(custom CA|собственный УЦ|CA propia) 01:23:45:67:89:AB:CD:EF… → from a/,
  ],
  [
    entry('certificate-trusted', { from: 'system', to: 'pin:0123456789abcdef' }),
    /^(system trust store|системное хранилище сертификатов|almacén de certificados del sistema) → (pinned|закреп|certificado)/,
  ],
] as const;

for (const language of languages)
  test(`a change is told with what held before, in ${language}`, async () => {
    const t = await speech(language);
    for (const [one, words] of changes) {
      expect(describeEntry(t, one).title).not.toContain('journal.');
      expect(describeEntry(t, one).more).toMatch(words);
    }
  });
