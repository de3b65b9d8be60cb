import { expect, test } from 'vitest';
import { cssNames } from '#build/css-names.ts';

test('a class has one name wherever the repository lies', () => {
  const here = cssNames('/home/ada/quorum', false)('card', '/home/ada/quorum/src/ui/card.module.css');
  const there = cssNames('/srv/build', false)('card', '/srv/build/src/ui/card.module.css');
  expect(here).toBe(there);
});

test('the same class of two files has two names', () => {
  const name = cssNames('/q', false);
  expect(name('card', '/q/src/ui/card.module.css')).not.toBe(name('card', '/q/src/ui/list.module.css'));
});

test('in development a name says where it comes from', () => {
  expect(cssNames('/q', true)('card', '/q/src/ui/sheet.module.css')).toBe('sheet__card');
});
