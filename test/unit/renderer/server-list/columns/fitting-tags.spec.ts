import { describe, expect, test } from 'vitest';
import { fittingTags } from '../../../../../renderer/server-list/columns/fitting-tags.ts';

describe('the tags of a row', () => {
  test('are all there if the column has room for them', () => {
    expect(fittingTags([], 144)).toBe(0);
    expect(fittingTags(['lab'], 144)).toBe(1);
    expect(fittingTags(['airport', 'city'], 144)).toBe(2);
  });

  test('leave room for the number of the others', () => {
    expect(fittingTags(['airport', 'city', 'metro'], 144)).toBe(2);
    expect(fittingTags(['airport', 'customer', 'metro'], 144)).toBe(1);
    expect(fittingTags(['a', 'b', 'c', 'd', 'e', 'f', 'g'], 144)).toBe(4);
  });

  test('have one in any case', () => {
    expect(fittingTags(['a-tag-that-is-much-too-long-for-it', 'b'], 144)).toBe(1);
  });
});
