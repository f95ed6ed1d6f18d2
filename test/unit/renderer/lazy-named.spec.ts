import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { lazyNamed } from '../../../renderer/components/lazy-named.ts';

const load = async () => ({ Bold: () => createElement('b', null, 'drawn') });

test('a component that was loaded ahead is drawn at once, also for the first time', async () => {
  const Bold = lazyNamed(load, 'Bold');
  await Bold.loadAhead();
  expect(renderToStaticMarkup(createElement(Bold))).toBe('<b>drawn</b>');
});

test('a component that was not loaded ahead is waited for', () => {
  expect(() => renderToStaticMarkup(createElement(lazyNamed(load, 'Bold')))).toThrow('suspended');
});
