import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareEvents, eventId, latestTickThatCounts, parseEventId, tickFor } from '#progress/order.ts';
import { arrivals, histories } from '#tests/support/histories.ts';

const DAY_MS = 86_400_000;

test('an event sorts after all that its device had seen, wrong clocks or not, unless they are over a day ahead', () => {
  fc.assert(
    fc.property(fc.nat(), fc.option(fc.nat(), { nil: undefined }), (at, largest) => {
      const counted = largest !== undefined && largest <= latestTickThatCounts(at) ? largest : undefined;
      const tick = tickFor(at, counted);
      expect(tick).toBeGreaterThanOrEqual(at);
      expect(tick).toBeLessThanOrEqual(at + DAY_MS + 1);
      if (counted !== undefined) expect(tick).toBeGreaterThan(counted);
    }),
  );
});

test('a device numbers its events in their order, as long as its clock is not set back over a day', () => {
  const [first, later] = [tickFor(1000, undefined), tickFor(400, 1000)];
  expect(later).toBeGreaterThan(first);
});

test('the order is total: events in any arrival sort to the same log', () => {
  fc.assert(
    fc.property(arrivals, (events) => {
      const byId = [...events].sort((one, other) => (one.id < other.id ? -1 : 1));
      expect([...events].sort(compareEvents)).toEqual(byId.sort(compareEvents));
    }),
  );
});

test('only an event itself takes its place in the order', () => {
  fc.assert(
    fc.property(histories, ({ all }) => {
      for (const one of all) for (const other of all) expect(compareEvents(one, other) === 0).toBe(one === other);
    }),
    { numRuns: 20 },
  );
});

test('of events with one tick, the device comes first, then its count, then the nonce', () => {
  const event = (device: string, seq: number, nonce: string) => ({
    id: eventId({ device, seq, nonce }),
    device,
    seq,
    tick: 1,
    at: 1,
    offset: 0,
  });
  const sorted = [event('a', 10, 'x'), event('b', 9, 'x'), event('b', 9, 'y'), event('b', 10, 'a')];
  expect([...sorted].reverse().sort(compareEvents)).toEqual(sorted);
  expect([{ ...event('z', 1, 'x'), tick: 0 }, ...sorted].sort(compareEvents)[0]?.device).toBe('z');
});

test('an id is read back as it was made', () => {
  const token = fc.stringMatching(/^[0-9a-z]{1,12}$/);
  fc.assert(
    fc.property(token, fc.integer({ min: 1, max: 1e14 }), token, (device, seq, nonce) => {
      expect(parseEventId(eventId({ device, seq, nonce }))).toEqual({ device, seq, nonce });
    }),
  );
});

test.each(['', 'a', 'a-1', 'a-0-b', 'a-01-b', 'a-1-b-c', 'A-1-b', 'a--1-b', 'a-1-b\n'])('%j is no id', (text) => {
  expect(parseEventId(text)).toBeNull();
});
