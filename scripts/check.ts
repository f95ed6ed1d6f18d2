import { checkLogic, checkStyle, checkTypes } from './quality/checks.ts';
import { step } from './quality/step.ts';

const areFine = await Promise.all([
  step('Types', checkTypes),
  step('Style', checkStyle),
  step('Logic tests', checkLogic),
]);
process.exitCode = areFine.every(Boolean) ? 0 : 1;
