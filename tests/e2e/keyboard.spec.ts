/** Everything with the keyboard alone, and the focus where it belongs. No test here touches a pointer. */
import type { Page } from '@playwright/test';
import { expect, open, test } from './support/app-test.ts';
import { openItem } from './support/check-taker.ts';
import { fixDraws } from './support/fixed-draw.ts';
import { chooseByArrows, press, tabTo } from './support/keyboard.ts';
import { atStep, counter, gradeButton, openCard, openReview, place } from './support/learner.ts';
import { storedRow } from './support/stored.ts';
import { restoreStudiedWeeks } from './support/studied-weeks.ts';

const heading = (page: Page) => page.locator('main h1');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });

test('the first question, a section and its cards', async ({ page }) => {
  await open(page, '');
  await chooseByArrows(page, page.getByRole('radio'), 2);
  await press(page, button(page, 'See what happened'));
  await expect(button(page, 'Pause')).toBeFocused();
  await tabTo(page, button(page, 'Step'));
  await page.keyboard.press('Enter');
  await expect(button(page, 'Step')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('slider', { name: 'Step' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('slider', { name: 'Step' })).toBeFocused();
  await press(page, link(page, 'Start with 5.1'));

  await expect(heading(page)).toBeFocused();
  await readByKeys(page);
  await expect(page.getByRole('heading', { level: 1, name: /^Read: / })).toBeFocused();
  await press(page, link(page, 'Stop here'));
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeFocused();
  await press(page, link(page, 'Review'));
  await expect(openCard(page)).toBeFocused();
});

/** Space goes on, the left arrow goes back, and each step begins at its heading. */
async function readByKeys(page: Page): Promise<void> {
  const steps = await atStep(page, 1);
  await chooseByArrows(page, page.getByRole('radio'), 1);
  await press(page, button(page, 'Next'));
  for (let step = 2; step < steps; step++) {
    await atStep(page, step);
    if (step > 2 && step === steps - 1) break;
    await expect(heading(page)).toBeFocused();
    if ((await page.getByRole('button', { name: 'Run it' }).count()) > 0) await predictByKeys(page);
    else await page.keyboard.press('Space');
  }
  await page.keyboard.press('ArrowLeft');
  await atStep(page, steps - 2);
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await atStep(page, steps - 1);
  await expect(heading(page)).toBeFocused();
  while ((await page.getByText(/^From memory/).count()) > 0) {
    const words = (await page.getByText(/^From memory/).textContent()) ?? '';
    if (!words.includes('· 1 of')) await expect(openCard(page)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(button(page, 'Had it')).toBeVisible();
    await page.keyboard.press('3');
    await expect(page.getByText(words, { exact: true })).toBeHidden();
  }
}

/** The prediction, the run, and on. */
async function predictByKeys(page: Page): Promise<void> {
  await chooseByArrows(page, page.getByRole('radio'), 0);
  await press(page, button(page, 'Run it'));
  await expect(button(page, 'Pause')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Play')).toBeFocused();
  await tabTo(page, button(page, 'Step'));
  for (let step = 0; (await button(page, 'Step').getAttribute('aria-disabled')) !== 'true' && step < 20; step++) {
    await page.keyboard.press('Enter');
    await expect(button(page, 'Step')).toBeFocused();
  }
  await expect(page.getByText(/The run (bears you out|shows something else)\./)).toBeVisible();
  await press(page, button(page, 'Next'));
}

test('cards: Space shows, 1 to 4 grade, U takes back, and the focus stays on the question', async ({ page, site }) => {
  await restoreStudiedWeeks(page, site.url);
  await openReview(page);
  await expect(openCard(page)).toBeFocused();
  for (const [number, key] of ['1', '2', '3', '4', ' '].entries()) {
    await expect(counter(page)).toHaveText(new RegExp(`^${number + 1} of `));
    await page.keyboard.press('Space');
    await expect(gradeButton(page, 'Good')).not.toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await expect(counter(page)).toHaveText(new RegExp(`^${number + 2} of `));
    await expect(openCard(page)).toBeFocused();
  }
  for (const number of [5, 4, 3, 2, 1]) {
    await page.keyboard.press('u');
    await expect(counter(page)).toHaveText(new RegExp(`^${number} of `));
    await expect(openCard(page)).toBeFocused();
  }
  // With the buttons too. A button that goes leaves the focus on the card, not nowhere.
  await press(page, button(page, 'Show answer'));
  await expect(gradeButton(page, 'Good')).toBeVisible();
  await expect(openCard(page)).toBeFocused();
  await press(page, gradeButton(page, 'Hard'));
  await expect(counter(page)).toHaveText(/^2 of /);
  await expect(openCard(page)).toBeFocused();
});

test('Space belongs to the control that has the focus, and a dialog gives the focus back', async ({ page, site }) => {
  await restoreStudiedWeeks(page, site.url);
  await openReview(page);
  const more = page.locator('summary', { hasText: 'This card' });
  await tabTo(page, more);
  await page.keyboard.press('Space');
  await expect(button(page, 'Reword')).toBeVisible();
  await expect(button(page, 'Show answer')).toBeVisible();
  await press(page, button(page, 'Reword'));
  const dialog = page.getByRole('dialog', { name: 'In your words' });
  await expect(dialog).toBeVisible();
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button(page, 'Reword')).toBeFocused();

  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByLabel('Question'));
  await page.keyboard.press('ControlOrMeta+a');
  // Keys that are shortcuts outside are letters here.
  await page.keyboard.type('Can u say it in 4 words?');
  await press(page, dialog.getByRole('button', { name: 'Keep' }));
  await expect(dialog).toBeHidden();
  await expect(openCard(page)).toContainText('Can u say it in 4 words?');
  await expect(counter(page)).toHaveText(/^1 of /);
});

test('a check: numbers choose, a letter says how sure, Space goes on', async ({ page, context }) => {
  await fixDraws(context);
  await open(page, 'check/5.1/');
  await press(page, button(page, 'Start'));
  for (let number = 1; number <= 10; number++) {
    await expect(page.getByRole('img', { name: `Question ${number} of 10, ${number - 1} answered` })).toBeVisible();
    await expect(heading(page)).toBeFocused();
    await answerByKeys(page);
    await expect(page.locator(':focus')).toContainText(/^(Right|Not right|Partly right)/);
    await page.keyboard.press('Space');
  }
  await expect(page.getByRole('heading', { name: /of 10$/ })).toBeFocused();
});

/** Some answer to the item that is open. */
async function answerByKeys(page: Page): Promise<void> {
  await expect
    .poll(() =>
      openItem(page, '5.1').then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
  const item = await openItem(page, '5.1');
  switch (item.kind) {
    case 'single':
    case 'predict':
    case 'hot-spot':
      await page.keyboard.press('2');
      break;
    case 'multiple':
      for (const [index] of item.options.filter(({ isRight }) => isRight).entries())
        await page.keyboard.press(String(index + 1));
      break;
    case 'ordering':
      await tabTo(page, page.locator('[data-move^="down "]').first());
      await page.keyboard.press('Enter');
      await expect(page.locator('[data-move^="down "]').nth(1)).toBeFocused();
      break;
    case 'numeric':
      await tabTo(page, page.getByRole('textbox'));
      await page.keyboard.type('7');
      break;
    case 'matching':
    case 'cloze':
      for (const list of await page.locator('main select').all()) {
        await tabTo(page, list);
        await page.keyboard.press('ArrowDown');
      }
  }
  // In a field and in a list, letters are the control's own.
  if (item.kind === 'numeric' || item.kind === 'matching' || item.kind === 'cloze')
    await press(page, button(page, /^Sure/));
  else await page.keyboard.press('s');
}

test('the first Tab leads past the navigation, and each tab to its heading', async ({ page }) => {
  await open(page, '');
  await page.keyboard.press('Tab');
  await expect(link(page, 'Skip to the content')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('main :focus')).toHaveCount(1);
  for (const name of ['Learn', 'Practise', 'You', 'Today']) {
    await press(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }));
    await expect(page.locator('nav [aria-current=page]')).toHaveText(name);
    await expect(heading(page)).toBeFocused();
  }
  await press(page, link(page, 'Search'));
  await expect(page).toHaveURL(/\/search\/$/);
  await expect(page.locator('main :focus')).toHaveCount(1);
});

test('single keys can be switched off, and then do nothing', async ({ page, site }) => {
  await restoreStudiedWeeks(page, site.url);
  await open(page, 'you/');
  const keys = page.getByRole('switch', { name: 'Single-key shortcuts' });
  await tabTo(page, keys);
  await page.keyboard.press('Space');
  await expect(keys).not.toBeChecked();
  await expect.poll(async () => (await storedRow(page, 'settings', 'all'))?.shortcuts).toBe(false);
  await openReview(page);
  // From the very first moment: where the keys work, they are named.
  await expect(page.getByText(/Space shows/)).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(button(page, 'Show answer')).toBeVisible();
  await press(page, button(page, 'Show answer'));
  await page.keyboard.press('3');
  await page.keyboard.press('u');
  await expect(gradeButton(page, 'Good')).toBeVisible();
  await expect(counter(page)).toHaveText(/^1 of /);
});

test('after “show me where” the way back ends at the answer', async ({ page, context }) => {
  await fixDraws(context);
  await open(page, 'check/5.1/');
  await press(page, button(page, 'Start'));
  await answerByKeys(page);
  const verdict = page.getByText(/^(Right\.|Not right\.|Partly right)/);
  await expect(verdict).toBeVisible();
  await press(page, link(page, 'Show me where'));
  await expect(place(page)).toBeVisible();
  await expect(page.locator('main :focus')).toHaveCount(1);
  await page.goBack();
  await expect(verdict).toBeVisible();
});
