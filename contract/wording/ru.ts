import { details } from './en/details.ts';
import { forms } from './en/forms.ts';
import { keyboard } from './en/keyboard.ts';
import { notices } from './en/notices.ts';
import { fixes, problems } from './en/problems.ts';
import { reasons } from './en/reasons.ts';
import { settings } from './en/settings.ts';
import { standings } from './en/standings.ts';
import { time } from './en/time.ts';
import { list, window } from './en/window.ts';

/** Every text in ru. */
export const ru = {
  window,
  list,
  standings,
  time,
  details,
  forms,
  problems,
  reasons,
  fixes,
  notices,
  settings,
  keyboard,
};
