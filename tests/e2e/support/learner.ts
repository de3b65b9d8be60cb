/** What a learner does, in the words on the screen: the first question, a section, cards. */
import { expect, type Locator, type Page } from '@playwright/test';
import { open } from './app-test.ts';
import { stored } from './stored.ts';

const firstSection = 'learn/5.1/two-machines-is-enough/';

/** The figure's own control, to its last step. */
async function seeToTheEnd(figure: Locator): Promise<void> {
  await figure.getByRole('slider', { name: 'Step' }).press('End');
}

/** The question of the first visit, and the replay that answers it. */
export async function answerHook(page: Page, answer: string | RegExp): Promise<void> {
  await page.getByRole('radio', { name: answer, exact: true }).check();
  await page.getByRole('button', { name: 'See what happened' }).click();
  await seeToTheEnd(page.getByRole('figure', { name: 'What happened' }));
  await expect(page.getByRole('link', { name: 'Start with 5.1' })).toBeVisible();
}

/** "Step 2 of 7", as the reader says it. */
export const place = (page: Page): Locator => page.getByRole('img', { name: /^Step \d+ of \d+$/ });

/** Waits for step `number`, from 1, and gives how many there are. */
export async function atStep(page: Page, number: number): Promise<number> {
  await expect(place(page)).toHaveAccessibleName(new RegExp(`^Step ${number} of `));
  const name = await place(page).getAttribute('aria-label');
  return Number(/of (\d+)$/.exec(name ?? '')?.[1]);
}

/** Predicts with the first option, and lets the run show what happens: twice, where a figure has a second run. */
async function predictAndRun(figure: Locator): Promise<void> {
  await figure.getByRole('radio').first().check();
  await figure.getByRole('button', { name: 'Run it' }).click();
  await seeToTheEnd(figure);
  const outcome = figure.getByText(/The run (bears you out|shows something else)\./);
  const second = figure.getByRole('button', { name: /^Then: / });
  await expect(outcome.or(second)).toBeVisible();
  if (await second.isVisible()) {
    await second.click();
    await seeToTheEnd(figure);
  }
  await expect(outcome).toBeVisible();
}

/** Plays every run of the screen. A map of models is no run. */
export async function playRuns(page: Page): Promise<void> {
  const figures = page.getByRole('complementary', { name: 'Figure' }).getByRole('figure');
  for (const figure of await figures.all()) {
    if ((await figure.getByRole('button', { name: 'Run it' }).count()) > 0) await predictAndRun(figure);
  }
}

/** Guesses, and walks through the screens with their figures, up to the recall prompts. */
async function readScreens(page: Page): Promise<void> {
  const steps = await atStep(page, 1);
  await page.getByRole('radio').first().check();
  for (let step = 2; step < steps; step++) {
    await page.getByRole('button', { name: 'Next' }).click();
    await atStep(page, step);
    await playRuns(page);
  }
}

/** Answers every recall prompt, until the section is read. */
async function recallAll(page: Page): Promise<void> {
  const count = Number(/of (\d+)$/.exec((await page.getByText(/^From memory/).textContent()) ?? '')?.[1]);
  for (let number = 1; number <= count; number++) {
    await expect(page.getByText(`From memory · ${number} of ${count}`)).toBeVisible();
    await page.getByRole('button', { name: 'Show answer' }).click();
    await page.getByRole('button', { name: 'Had it' }).click();
  }
  await expect(page.getByRole('heading', { level: 1, name: /^Read: / })).toBeVisible();
  // What was read is written while one reads on; a page that is left at once would lose it.
  await expect.poll(async () => (await stored(page)).events.some(({ kind }) => kind === 'sectionRead')).toBe(true);
}

/** Reads a section from its guess to its end. */
export async function readSection(page: Page, path: string = firstSection): Promise<void> {
  await open(page, path);
  await expect(page.locator('main h1')).toBeFocused();
  await readScreens(page);
  await recallAll(page);
}

type GradeName = 'Again' | 'Hard' | 'Good' | 'Easy';

/** "3 of 6": it moves when a grade is on the disk. */
export const counter = (page: Page): Locator => page.locator('main header p').first();

/** The card that is open. */
export const openCard = (page: Page): Locator => page.getByRole('group', { name: 'Card' });

/** Opens the review, and waits for its first card. */
export async function openReview(page: Page): Promise<void> {
  await open(page, 'review/');
  await expect(openCard(page)).toBeVisible();
}

export async function showAnswer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show answer' }).click();
}

export const gradeButton = (page: Page, grade: GradeName): Locator =>
  page.getByRole('group', { name: 'How well did you know it?' }).getByRole('button', { name: new RegExp(`^${grade}`) });

/** Shows the answer, grades it, and waits until that is kept. */
export async function gradeCard(page: Page, grade: GradeName): Promise<void> {
  const before = (await counter(page).textContent()) ?? '';
  await showAnswer(page);
  await gradeButton(page, grade).click();
  await expect(counter(page)).not.toHaveText(before);
}

/** Grades every card of today's review. */
export async function reviewAll(page: Page, grade: GradeName): Promise<number> {
  let graded = 0;
  for (; (await openCard(page).count()) > 0; graded++) await gradeCard(page, grade);
  await expect(page.getByText('Done for today')).toBeVisible();
  return graded;
}
