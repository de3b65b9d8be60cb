import type { Page } from '@playwright/test';
import { drawCheck } from '#assessment/check-draw.ts';
import type { CheckBank } from '#content/compiled.ts';
import type { Item } from '#content/item.ts';
import { asUsual, press, type Scene } from './scene.ts';

const kinds = ['single', 'multiple', 'ordering', 'matching', 'numeric', 'cloze', 'hot-spot', 'predict'] as const;
const check = 'check/5.1/';

/** Ten items, one of this kind first. */
function beginningWith(kind: Item['kind'], { items, objectives }: CheckBank): readonly Item[] {
  const drawn = drawCheck(items, objectives, 2);
  const first = items.find((item) => item.kind === kind);
  return first ? [first, ...drawn.filter((item) => item !== first)].slice(0, drawn.length) : drawn;
}

const itemScenes = kinds.flatMap((kind): readonly Scene[] => [
  {
    name: `check-${kind}`,
    path: check,
    study: async (learner, { bank }) => {
      await learner.takeCheck(bank, { items: beginningWith(kind, bank), answered: 0 });
    },
    act: (page) => press(page, 'Continue'),
    shows: /how sure (you are|are you)/i,
  },
  {
    name: `check-${kind}-missed`,
    path: check,
    study: async (learner, { bank }) => {
      const items = beginningWith(kind, bank);
      await learner.takeCheck(bank, { items, answered: 1, missed: [0] });
      return `#${items[0]?.id}`;
    },
    shows: 'Show me where',
  },
]);

const finished =
  (missed: readonly number[]): NonNullable<Scene['study']> =>
  async (learner, { bank }) => {
    const items = drawCheck(bank.items, bank.objectives, 3);
    return `#${await learner.takeCheck(bank, { items, answered: items.length, missed })}`;
  };

async function answerAll(page: Page): Promise<void> {
  const done = page.getByText('Done for today');
  const show = page.getByRole('button', { name: 'Show answer' });
  for (;;) {
    await done.or(show).first().waitFor();
    if (await done.isVisible()) return;
    await show.click();
    await page.locator('button:not([aria-disabled])', { hasText: 'Easy' }).click();
  }
}

export const practiceScenes: readonly Scene[] = [
  { name: 'practise', path: 'practise/', study: asUsual, shows: 'Review' },
  { name: 'review-front', path: 'review/', study: asUsual, shows: 'Show answer' },
  {
    name: 'review-back',
    path: 'review/',
    study: asUsual,
    act: (page) => press(page, 'Show answer'),
    shows: 'in this sitting',
  },
  {
    name: 'review-card-menu',
    path: 'review/',
    study: asUsual,
    act: (page) => page.getByText('This card', { exact: true }).click(),
    shows: 'Put away',
  },
  {
    name: 'review-reword',
    path: 'review/',
    study: asUsual,
    act: async (page) => {
      await page.getByText('This card', { exact: true }).click();
      await press(page, 'Reword');
    },
    shows: 'In your words',
  },
  { name: 'review-done', path: 'review/', study: asUsual, act: answerAll, shows: 'Done for today' },
  {
    name: 'review-ahead',
    path: 'review/',
    study: asUsual,
    act: async (page) => {
      await answerAll(page);
      await press(page, 'Look ahead, without grades');
    },
    shows: 'Ahead of its day',
  },
  { name: 'review-nothing-due', path: 'review/', shows: 'Nothing is due' },
  { name: 'check-start-first', path: check, shows: 'Start' },
  { name: 'check-start', path: check, study: asUsual, shows: 'Your attempts' },
  ...itemScenes,
  {
    name: 'check-right',
    path: check,
    study: async (learner, { bank }) => {
      const items = beginningWith('single', bank);
      await learner.takeCheck(bank, { items, answered: 1 });
      return `#${items[0]?.id}`;
    },
    shows: 'Show me where',
  },
  { name: 'check-passed', path: check, study: finished([2]), shows: '9 of 10' },
  { name: 'check-not-passed', path: check, study: finished([0, 2, 5, 7]), shows: '6 of 10' },
];
