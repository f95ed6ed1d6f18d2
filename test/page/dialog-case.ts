import { expect, type Locator } from '@playwright/test';
import type { Problem } from '../../contract/core/problem.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import type { CallName, PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';

/** An element by its role and accessible name; a password field has no role. */
export type Named = readonly [role: Parameters<Locator['getByRole']>[0] | 'password', name: string | RegExp];

/** A problem of a call and its sentence, which stands above the form or below the field of this label. */
export interface Refusal {
  readonly problem: Problem;
  readonly says: string | RegExp;
  readonly field?: string;
}

/** What a dialog sends to main, and what it shows meanwhile and afterwards. */
export interface Sending {
  readonly call: CallName;
  /** Fills the dialog in, as a person who is about to send it. */
  readonly fill?: (on: ShownPage) => Promise<void>;
  /** The button that sends. */
  readonly button: string | RegExp;
  /** The button that sends while the call is under way, if it is called otherwise. */
  readonly busy?: string | RegExp;
  /** Whether Enter in the field that was filled last sends too. */
  readonly byEnter?: boolean;
  /** Whether it closes before the call is answered. */
  readonly closesAtOnce?: boolean;
  /** A part of the request. */
  readonly request?: Record<string, unknown>;
  readonly refusals?: readonly Refusal[];
  /** The button that goes on after a refusal, if it is called otherwise. */
  readonly retry?: string;
  /** What the dialog says at the end; without it, it closes. */
  readonly done?: string | RegExp;
}

/** What the page finds wrong itself. */
export interface Mistake {
  readonly what: string;
  readonly fill?: (on: ShownPage) => Promise<void>;
  /** The label of the field that gets the focus. */
  readonly field: string;
  readonly says: string | RegExp;
}

/** A dialog in its states. */
export interface DialogCase {
  /** Its accessible name. */
  readonly name: string;
  /** Its file in `renderer/`; each dialog's file must have a case. */
  readonly of: string;
  /** Sets it apart from others of this name in the title of the test. */
  readonly when?: string;
  readonly main?: PageMain;
  readonly open: (on: ShownPage) => Promise<void>;
  /** What has the focus once it is open. */
  readonly focus: Named;
  readonly shows?: readonly (string | RegExp)[];
  /** The number of dialogs that stay when it closes. */
  readonly below?: number;
  readonly mistakes?: readonly Mistake[];
  readonly sends?: Sending;
}

/** Tests each dialog: opening it, its mistakes, and its call refused, pending and done. */
export function testDialogs(cases: readonly DialogCase[]): void {
  for (const one of cases) {
    test.describe([one.name, one.when].filter(Boolean).join(', '), () => {
      testOpening(one);
      const { mistakes = [], sends } = one;
      if (sends === undefined) return;
      for (const mistake of mistakes) testMistake(one, sends, mistake);
      testSending(one, sends);
    });
  }
}

function named(within: Locator, [role, name]: Named): Locator {
  return role === 'password'
    ? within.getByLabel(name, { exact: true })
    : within.getByRole(role, { name, exact: true }).first();
}

async function opened(show: (main?: PageMain) => Promise<ShownPage>, one: DialogCase): Promise<ShownPage> {
  const on = await show(one.main);
  await one.open(on);
  await expect(on.window.dialog).toHaveAccessibleName(one.name);
  return on;
}

async function expectClosed({ window }: ShownPage, { below = 0 }: DialogCase): Promise<void> {
  await expect(window.dialogs).toHaveCount(below);
}

function testOpening(one: DialogCase): void {
  test('opens with a name and the focus, and closes on Escape', async ({ show }) => {
    const on = await opened(show, one);
    const { page, window } = on;
    await expect(named(window.dialog, one.focus)).toBeFocused();
    for (const sentence of one.shows ?? [])
      await expect(window.dialog.getByText(sentence).first()).toBeVisible();
    expect(await seriousTroubles(page, [], '[role="dialog"]')).toEqual([]);
    await page.keyboard.press('Escape');
    await expectClosed(on, one);
    if (one.sends !== undefined) expect(await on.asked(one.sends.call)).toEqual([]);
  });
}

function testMistake(one: DialogCase, { call, button }: Sending, { what, fill, field, says }: Mistake): void {
  test(`names a mistake at its field: ${what}`, async ({ show }) => {
    const on = await opened(show, one);
    const { window } = on;
    await fill?.(on);
    await window.dialog.getByRole('button', { name: button, exact: true }).click();
    await expectAtField(on, field, says);
    expect(await on.asked(call)).toEqual([]);
  });
}

async function expectAtField({ window }: ShownPage, label: string, says: string | RegExp): Promise<void> {
  const field = window.field(label);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(says);
  await expect(field).toBeFocused();
}

function testSending(one: DialogCase, sending: Sending): void {
  const { call, fill, button, busy = button, byEnter = false, request, refusals = [], done } = sending;
  const { retry = button } = sending;

  const send = async (on: ShownPage) => {
    await fill?.(on);
    if (byEnter) await on.page.keyboard.press('Enter');
    else await on.window.dialog.getByRole('button', { name: button, exact: true }).click();
  };

  for (const { problem, says, field } of refusals) {
    test(`says why it was refused: ${problem.code}`, async ({ show }) => {
      const on = await opened(show, one);
      await on.answer(call, { ok: false, problem });
      await send(on);
      const { dialog } = on.window;
      if (field === undefined)
        await expect(dialog.getByRole('alert').filter({ hasText: says })).toBeVisible();
      else await expectAtField(on, field, says);
      await expect(dialog).toHaveAccessibleName(one.name);
      await expect(dialog.getByRole('button', { name: retry, exact: true })).toBeEnabled();
    });
  }

  test(`asks once while it waits, and ${done === undefined ? 'closes' : 'tells the result'}`, async ({
    show,
  }) => {
    const on = await opened(show, one);
    const { dialog } = on.window;
    await on.answer(call, 'wait');
    await send(on);
    if (sending.closesAtOnce) {
      await expectClosed(on, one);
      expect(await on.asked(call)).toMatchObject([request ?? {}]);
      return;
    }
    const pressed = dialog.getByRole('button', { name: busy, exact: true });
    await expect(pressed).toBeVisible();
    await expect.poll(() => on.asked(call)).toHaveLength(1);
    await on.page.keyboard.press('Enter');
    await pressed.click({ force: true });
    const asked = await on.asked(call);
    expect(asked).toHaveLength(1);
    if (request !== undefined) expect(asked[0]).toMatchObject(request);
    await on.release(call);
    if (done === undefined) await expectClosed(on, one);
    else await expect(dialog.getByText(done).first()).toBeVisible();
  });
}
