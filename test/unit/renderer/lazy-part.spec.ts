import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { lazyPart } from '../../../renderer/lazy-part.ts';

const load = async () => () => createElement('b', null, 'drawn');

test('a part that was loaded ahead is drawn at once, also for the first time', async () => {
  const Part = lazyPart(load);
  await Part.loadAhead();
  expect(renderToStaticMarkup(createElement(Part))).toBe('<b>drawn</b>');
});

test('a part that was not loaded ahead is waited for', () => {
  expect(() => renderToStaticMarkup(createElement(lazyPart(load)))).toThrow('suspended');
});
