import { checkStyle, checkTypes, checkUnits, checkUnused } from './quality/checks.ts';
import { step } from './quality/step.ts';

const areFine = await Promise.all([
  step('Types', checkTypes),
  step('Style', checkStyle),
  step('Unused code', checkUnused),
  step('Unit tests', checkUnits),
]);
process.exitCode = areFine.every(Boolean) ? 0 : 1;
