import { expect, test } from 'vitest';
import { canonical } from '#app/page.ts';
import { matchRoute, routes } from '#app/routes.ts';

test.each([
  ['/', '/', {}],
  ['/learn/5.1', '/learn/:module/', { module: '5.1' }],
  ['/learn/5.2/leader-leases/', '/learn/:module/:section/', { module: '5.2', section: 'leader-leases' }],
  ['/questions/review/', '/questions/review/', {}],
  ['/you/sources', '/you/sources/', {}],
])('%s is %s', (path, route, params) => {
  expect(matchRoute(path)).toMatchObject({ route: { path: route }, params });
});

test.each(['/nowhere/', '/learn/5.1/leases/more/', '/review/5.1/'])('%s is no page', (path) => {
  expect(matchRoute(path)).toBeUndefined();
});

test('every route opens the screen of its source file', async () => {
  for (const { open, source, path } of routes) {
    const screen = await open();
    expect(screen.load, source).toBeTypeOf('function');
    expect(screen.View, source).toBeTypeOf('function');
    expect(path.endsWith('/')).toBe(true);
  }
});

test('a path is known without its query, its hash and its lack of a slash', () => {
  for (const path of ['/learn', '/learn/', '/learn//', '/learn?x=1', '/learn/#books'])
    expect(canonical(path)).toBe('/learn/');
  expect(canonical('')).toBe('/');
});
