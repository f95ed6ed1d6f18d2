import * as v from 'valibot';
import { expect, test } from 'vitest';
import { versionedJsonFormat } from '../../../main/files/file-format.ts';

const format = versionedJsonFormat<object>({
  fmt: 'x',
  version: 1,
  largest: 1_000,
  schema: v.looseObject({}),
});

test.each<object>([
  {},
  { fmt: 'x', v: 1, 'a "name"': [], lists: [[1], [], { deep: [null, 'é "\u2028'] }] },
  { absent: undefined, list: [undefined, { gone: undefined, kept: 1 }], nothing: null },
])('a file is written as JSON.stringify writes it: %j', (value) => {
  expect(format.write(value)).toBe(JSON.stringify(value));
});
