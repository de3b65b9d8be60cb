import { expect, test } from 'vitest';
import { forecast } from '#scheduling/forecast.ts';

const TODAY = 20_500;

test('each day shows the cards due on it, and a day with none shows none', () => {
  const counts = new Map([
    [TODAY, 4],
    [TODAY + 2, 7],
    [TODAY + 3, 9],
  ]);
  expect(forecast(counts, TODAY, 3)).toEqual([
    { day: TODAY, cards: 4 },
    { day: TODAY + 1, cards: 0 },
    { day: TODAY + 2, cards: 7 },
  ]);
});

test('cards that have waited count as the cards of today', () => {
  const counts = new Map([
    [TODAY - 40, 2],
    [TODAY - 1, 3],
    [TODAY, 4],
  ]);
  expect(forecast(counts, TODAY, 1)).toEqual([{ day: TODAY, cards: 9 }]);
});
