import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventBody } from '#progress/event.ts';
import { grades } from '#scheduling/memory.ts';
import { ask, cardGraded, memoryOf } from '#services/grading.ts';
import { fakeServices } from '#tests/support/fake-services.tsx';
import { valueOf } from '#tests/support/stores.ts';

const steps = fc.array(
  fc.record({
    days: fc.constantFrom(0, 0, 1, 2, 9, 60, 400),
    /** A clock set back by less than a day changes no order, and so no promise. */
    hours: fc.constantFrom(0, 5, 14, -20),
    card: fc.constantFrom('fog', 'tide', 'wind'),
    grade: fc.constantFrom(...grades),
    major: fc.constantFrom(1, 1, 1, 2),
    also: fc.constantFrom<EventBody | null>(
      null,
      null,
      null,
      { kind: 'cardReset', card: 'fog' },
      { kind: 'settingChanged', name: 'retention', value: 0.85 },
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

test('the day on the button is the day that the store keeps, whatever came before', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const services = fakeServices();
      for (const { days, hours, card, grade, major, also } of history) {
        services.pass({ days, ms: hours * 3_600_000 });
        if (also) await services.progress.record([also], services.clock.now());
        const asked = await valueOf(ask(services, card, major));
        if (asked.row && asked.row.major > major) continue;
        await valueOf(services.progress.record([cardGraded(asked, grade, 'review', 3000)], services.clock.now()));
        const row = await valueOf(services.progress.row('card', card));
        expect(row?.dueDay).toBe(asked.dueDays[grade]);
      }
    }),
    { numRuns: 60 },
  );
});

test('a better grade never promises an earlier day', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const services = fakeServices();
      for (const { days, card, grade, major } of history) {
        services.pass({ days });
        const asked = await valueOf(ask(services, card, major));
        const { again, hard, good, easy } = asked.dueDays;
        expect(again).toBe(asked.today + 1);
        expect(hard).toBeGreaterThan(asked.today);
        expect(good).toBeGreaterThanOrEqual(hard);
        expect(easy).toBeGreaterThan(good);
        await services.progress.record([cardGraded(asked, grade, 'review', 3000)], services.clock.now());
      }
    }),
    { numRuns: 30 },
  );
});

test('a card whose content was revised in the main is asked as a new one', async () => {
  const services = fakeServices();
  const first = await valueOf(ask(services, 'fog', 1));
  await services.progress.record([cardGraded(first, 'easy', 'review', 3000)], services.clock.now());
  services.pass({ days: 30 });
  const row = await valueOf(services.progress.row('card', 'fog'));
  expect(memoryOf('fog', 1, row).memory).not.toBeNull();
  expect(memoryOf('fog', 2, row)).toEqual({ card: 'fog', memory: null, lastDay: null, reps: 0 });
});

test('what cannot be read is a fault, and nothing is promised', async () => {
  const services = fakeServices();
  services.breakStorage({ kind: 'lost' });
  expect(await ask(services, 'fog', 1)).toEqual({ ok: false, fault: { kind: 'lost' } });
});
