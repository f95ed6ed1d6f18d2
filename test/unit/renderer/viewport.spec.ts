import { expect, test } from 'vitest';
import { viewportAfter } from '../../../renderer/components/hooks/use-viewport.ts';

const rowHeight = 40;
const first = { top: 0, height: 680 };
const after = (scrollTop: number, clientHeight: number) =>
  viewportAfter(first, { scrollTop, clientHeight }, rowHeight);

test('a list as high as it was first taken for is not rendered again', () => {
  expect(after(0, 680)).toBe(first);
});

test('a list of another height is', () => {
  expect(after(0, 681)).toEqual({ top: 0, height: 681 });
  expect(after(0, 600)).toEqual({ top: 0, height: 600 });
});

test('between two rows it has one more', () => {
  expect(after(1, 680)).toEqual({ top: 0, height: 720 });
  expect(after(90, 680)).toEqual({ top: 80, height: 720 });
  expect(after(80, 680)).toEqual({ top: 80, height: 680 });
});
