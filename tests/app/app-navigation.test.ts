import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createNavigation } from '#app/app-navigation.ts';

test('an update is offered when it waits and nobody holds it', () => {
  const updateReady = signal(false);
  const { updates, holdUpdates } = createNavigation({ updateReady, apply: () => {} });
  expect(updates.isOffered.value).toBe(false);
  const [first, second] = [holdUpdates(), holdUpdates()];
  updateReady.value = true;
  expect(updates.isOffered.value).toBe(false);
  first();
  first();
  expect(updates.isOffered.value).toBe(false);
  second();
  expect(updates.isOffered.value).toBe(true);
});

test('paths go to the router that is bound', () => {
  const routed: [string, boolean | undefined][] = [];
  const { bind, go, replace } = createNavigation({ updateReady: signal(false), apply: () => {} });
  bind((url, isReplaced) => routed.push([url, isReplaced]));
  go('/learn/');
  replace('/you/');
  expect(routed).toEqual([
    ['/learn/', undefined],
    ['/you/', true],
  ]);
});
