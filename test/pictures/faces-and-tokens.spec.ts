import { expect } from '@playwright/test';
import { operator } from '../emulator/default-users.ts';
import { test } from '../support/app/app.ts';
import { camera } from '../support/app/camera.ts';
import { answerQuestions } from '../support/app/native-questions.ts';
import { en, es, ru } from '../support/texts.ts';

const args = ['--use-fake-device-for-media-stream'];

for (const [
  language,
  {
    login: { face, pasted },
    forms,
    servers,
  },
] of Object.entries({ en, ru, es })) {
  test(`faces and pasted tokens show all their words in ${language}`, async ({
    launch,
    server,
    otherProgram,
  }) => {
    test.setTimeout(240_000);
    server.switches.set({ authType: 'face_and_password', faceOf: 'nobody' });
    const { page, window, electron } = await launch({ language, args });
    await answerQuestions(electron, 'confirm');
    const look = camera(page, language);
    const dialog = page.getByRole('dialog').last();
    const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click();
    const add = async (address: string, name: string) => {
      await window.openAddServer();
      await dialog.getByLabel(forms.add.address, { exact: true }).fill(address);
      await dialog.getByText(forms.add.more, { exact: true }).click();
      await dialog.getByLabel(forms.add.name, { exact: true }).fill(name);
      await dialog.getByLabel(forms.add.userName, { exact: true }).fill(operator.name);
      await press(forms.add.saveOnly);
      await expect(page.getByRole('dialog')).toHaveCount(0);
    };
    const choose = async (name: string, entry: string) => {
      const row = page.getByRole('row', { name: new RegExp(`^${name}, `) });
      await row.getByRole('button', { name: servers.more }).click();
      await window.chooseEntry(entry);
    };
    const record = async () => {
      await press(face.turnOn);
      const live = dialog.getByLabel(face.picture);
      await expect
        .poll(() => live.evaluate((video: HTMLVideoElement) => video.videoWidth))
        .toBeGreaterThan(0);
    };

    await add(server.base, 'Airport');
    await choose('Airport', face.logIn);
    await expect(dialog).toBeVisible();
    await look('face-start');
    await record();
    await look('face-live');
    await press(face.record);
    await expect(dialog.getByRole('button', { name: face.send })).toBeVisible({ timeout: 30_000 });
    await look('face-recorded');
    await press(face.send);
    await expect(dialog.getByRole('alert')).toBeVisible();
    await look('face-refused');
    server.switches.set({ faceOf: operator.name });
    await record();
    await press(face.record);
    await dialog.getByRole('button', { name: face.send }).click({ timeout: 30_000 });
    await expect(dialog).toContainText(face.recognized);
    await look('face-password');
    await page.keyboard.press('Escape');

    await choose('Airport', pasted.open);
    await expect(dialog).toBeVisible();
    await look('paste-start');
    await page.keyboard.press('Escape');
    await otherProgram.copy('Bearer abc');
    await choose('Airport', pasted.open);
    await press(pasted.read);
    await expect(dialog.getByRole('alert')).toBeVisible();
    await look('paste-refused');
  });
}
