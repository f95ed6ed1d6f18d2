import { expect } from '@playwright/test';
import { test } from '../support/app/app.ts';
import { camera } from '../support/app/camera.ts';
import { texts } from '../support/texts.ts';

test.describe('what is said under an address', () => {
  for (const [language, words] of Object.entries(texts)) {
    test(`is whole in ${language}, light and dark, wide and small`, async ({ launch, serve }) => {
      test.setTimeout(120_000);
      const { page, window } = await launch({ language });
      const look = camera(page, language);
      const plain = await serve({ switches: { prefix: '/api', activeDirectory: true } });
      const faces = await serve({ switches: { authType: 'face_and_password' } });
      const selfSigned = await serve({ https: true });
      await window.openAddServer();
      const field = page.getByRole('dialog').getByLabel(words.forms.add.address, { exact: true });
      const said = page.getByRole('status', { name: words.forms.probe.label });

      await field.fill(`127.0.0.1:${plain.port}`);
      await expect(said).toContainText(words.forms.probe.plainHttp);
      await look('probe-plain');
      await field.fill(faces.base);
      await expect(said).toContainText(words.forms.probe.faceAndPassword);
      await look('probe-face');
      await field.fill(selfSigned.base);
      await expect(said.getByRole('button', { name: words.forms.probe.compare })).toBeVisible();
      await look('probe-untrusted');
      await field.fill(`${faces.base}/site-2/api`);
      await expect(said.getByRole('button')).toBeVisible();
      await look('probe-elsewhere');
    });
  }
});
