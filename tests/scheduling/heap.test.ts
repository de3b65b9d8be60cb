import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Heap } from '#scheduling/heap.ts';

test('values come out in order, whatever order they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (values) => {
      const heap = new Heap<number>((one, other) => one - other);
      for (const value of values) heap.push(value);
      expect(values.map(() => heap.pop())).toEqual(values.toSorted((one, other) => one - other));
      expect(heap.pop()).toBeUndefined();
    }),
  );
});

test('taking out and putting in may alternate', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer(), { nil: undefined })), (steps) => {
      const heap = new Heap<number>((one, other) => one - other);
      let kept: number[] = [];
      for (const step of steps) {
        if (step === undefined) {
          expect(heap.peek()).toBe(kept[0]);
          expect(heap.pop()).toBe(kept[0]);
          kept = kept.slice(1);
        } else {
          heap.push(step);
          kept = [...kept, step].sort((one, other) => one - other);
        }
      }
    }),
  );
});
