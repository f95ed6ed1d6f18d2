import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { type Stage, type Subject, subjectArguments } from './subject.ts';

const patienceMs = 120_000;

/** A subject controlled by Playwright. */
export interface Driven {
  readonly electron: ElectronApplication;
  readonly page: Page;
}

/** Starts a subject and waits until it accepts keys. */
async function drive(subject: Subject, stage: Stage): Promise<Driven> {
  const electron = await _electron.launch({
    executablePath: stage.executable,
    args: subjectArguments(subject, stage),
    timeout: patienceMs,
    env: Object.fromEntries(
      Object.entries(stage.env).filter((entry): entry is [string, string] => !!entry[1]),
    ),
  });
  const page = await electron.firstWindow({ timeout: patienceMs });
  page.setDefaultTimeout(patienceMs);
  await page.locator('html[data-ready]').waitFor();
  return { electron, page };
}

/** Starts subjects, runs `work` with them and closes them. */
export async function whileDriven<Result>(
  subjects: readonly Subject[],
  stage: Stage,
  work: (...driven: Driven[]) => Promise<Result>,
): Promise<Result> {
  const driven: Driven[] = [];
  try {
    for (const subject of subjects) driven.push(await drive(subject, stage));
    return await work(...driven);
  } finally {
    for (const { electron } of driven) await electron.close();
  }
}
