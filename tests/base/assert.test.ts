import { expect, test } from 'vitest';
import { assert, unreachable } from '#base/assert.ts';
import { failed, ok } from '#base/result.ts';

test('an assertion that fails says which', () => {
  expect(() => assert(0, 'one is none')).toThrow('Assertion failed: one is none');
  expect(() => assert('x', 'never')).not.toThrow();
});

test('what cannot be reached says what reached it', () => {
  expect(() => unreachable({ kind: 'new' } as never)).toThrow('Unreachable: {"kind":"new"}');
});

test('a result is a value or a fault', () => {
  expect(ok(3)).toEqual({ ok: true, value: 3 });
  expect(failed({ kind: 'lost' })).toEqual({ ok: false, fault: { kind: 'lost' } });
});
