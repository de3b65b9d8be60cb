/** Takes a check as one who knows the bank: each item right, or wrong on purpose. */
import { expect, type Page } from '@playwright/test';
import type { Item } from '#content/item.ts';
import { checkBank } from './course.ts';
import { storedRows } from './stored.ts';

type Sureness = 'Guess' | 'Think so' | 'Sure';

interface Choice {
  readonly id: string;
  readonly isRight?: boolean | undefined;
}

const chosen = (options: readonly Choice[], isRight: boolean): string =>
  options.find((option) => (option.isRight === true) === isRight)?.id ?? '';

const choose = (page: Page, id: string) => page.locator(`main input[value="${id}"]`).check();

/** Puts together the right answer, or a wrong one; an order and several choices are only ever answered right. */
async function putTogether(page: Page, item: Item, isRight: boolean): Promise<void> {
  switch (item.kind) {
    case 'single':
    case 'predict':
      return choose(page, chosen(item.options, isRight));
    case 'hot-spot':
      return choose(page, chosen(item.spots, isRight));
    case 'multiple':
      for (const { id } of item.options.filter((option) => option.isRight)) await choose(page, id);
      return;
    case 'ordering':
      return putInOrder(
        page,
        item.steps.map(({ id }) => id),
      );
    case 'numeric':
      return page.getByRole('textbox').fill(String(isRight ? item.answer : item.answer * 2 + 1));
    case 'matching':
      for (const [index, pair] of item.pairs.entries())
        await page.locator('main select').nth(index).selectOption(pair.id);
      return;
    case 'cloze':
      for (const [index, blank] of item.blanks.entries()) {
        await page.getByLabel(`Blank ${index + 1} of`).selectOption(chosen(blank.options, isRight));
      }
  }
}

/** Moves each step up to its place, the first one first. */
async function putInOrder(page: Page, steps: readonly string[]): Promise<void> {
  const rows = page
    .locator('main ol')
    .filter({ has: page.locator('[data-move]') })
    .locator('> li');
  const placeOf = async (step: string) => {
    const buttons = await rows.locator('[data-move^="up "]').all();
    const names = await Promise.all(buttons.map((button) => button.getAttribute('data-move')));
    return names.indexOf(`up ${step}`);
  };
  for (const [target, step] of steps.entries()) {
    for (let now = await placeOf(step); now > target; now--) {
      await page.locator(`[data-move="up ${step}"]`).click();
      await expect(rows.nth(now - 1).locator(`[data-move="up ${step}"]`)).toHaveCount(1);
    }
  }
}

/** The item that is open, as the attempt on the disk tells it. */
export async function openItem(page: Page, module: string): Promise<Item> {
  const attempts = (await storedRows(page, 'check')).filter((row) => row.module === module && row.result === null);
  const [attempt] = attempts;
  const id = attempt?.items[attempt.answers.length];
  const item = checkBank(module).items.find((each) => each.id === id);
  if (item === undefined) throw new Error(`no item of ${module} is open`);
  return item;
}

const canBeMissed = ({ kind }: Item): boolean => kind !== 'ordering' && kind !== 'multiple' && kind !== 'matching';

/** Answers the open item and says how sure; waits until the log has the answer. */
async function answerItem(page: Page, module: string, isRight: boolean, sureness: Sureness): Promise<Item> {
  const item = await openItem(page, module);
  await putTogether(page, item, isRight);
  await page
    .getByRole('group', { name: /How sure are you/ })
    .getByRole('button', { name: sureness })
    .click();
  await expect(page.getByText(isRight ? 'Right.' : 'Not right.', { exact: true })).toBeVisible();
  return item;
}

/** Begins a check and answers it, all right but one, which it gets wrong and was sure of. Gives that one. */
export async function takeCheckMissingOne(page: Page, module: string): Promise<Item> {
  await page.getByRole('button', { name: /^(Start|Take it again)$/ }).click();
  await expect.poll(async () => (await storedRows(page, 'check')).some(({ result }) => result === null)).toBe(true);
  let missed: Item | undefined;
  for (let number = 1; number <= 10; number++) {
    const isMiss = missed === undefined && canBeMissed(await openItem(page, module));
    const item = await answerItem(page, module, !isMiss, isMiss ? 'Sure' : 'Think so');
    if (isMiss) missed = item;
    await expect(page.getByRole('img', { name: `${number} answered` })).toBeVisible();
    await page.getByRole('button', { name: /^(Next|See the result)$/ }).click();
  }
  if (missed === undefined) throw new Error('every item drawn was of a kind that is not missed here');
  return missed;
}
