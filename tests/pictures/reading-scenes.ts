import type { Page } from '@playwright/test';
import { asUsual, choose, playToEnd, press, type Scene } from './scene.ts';

const section = 'when-the-network-splits';
const path = `learn/5.1/${section}/`;
/** The steps of that section: the guess, four screens, the recall prompts, the end. */
const at =
  (step: number): NonNullable<Scene['study']> =>
  async (learner, { module }) =>
    learner.read(module, section, step);

async function predict(page: Page): Promise<void> {
  await choose(page, 0);
  await press(page, 'Run it');
  await playToEnd(page);
  await press(page, 'Then: The same cut, and a copy that refuses');
  await playToEnd(page);
}

async function recallAll(page: Page): Promise<void> {
  const end = page.getByText('Ask this about your system');
  const show = page.getByRole('button', { name: 'Show answer' });
  for (;;) {
    await end.or(show).first().waitFor();
    if (await end.isVisible()) return;
    await show.click();
    const prompt = await page.getByText(/^From memory/).textContent();
    await press(page, 'Had it');
    await end
      .or(page.getByText(/^From memory/).filter({ hasNotText: prompt ?? '' }))
      .first()
      .waitFor();
  }
}

export const readingScenes: readonly Scene[] = [
  { name: 'today-first-visit', path: '', shows: 'Were you charged?' },
  {
    name: 'today-first-visit-answered',
    path: '',
    act: async (page) => {
      await choose(page, 0);
      await press(page, 'See what happened');
      await playToEnd(page);
    },
    shows: 'Start with 5.1',
  },
  { name: 'today', path: '', study: asUsual, shows: 'Keep fresh' },
  {
    name: 'today-check-is-next',
    path: '',
    study: async (learner, { module }) => {
      for (const id of module.module.sections.slice(5)) await learner.read(module, id);
    },
    shows: 'Take the check',
  },
  { name: 'learn-first-visit', path: 'learn/', shows: 'START HERE' },
  { name: 'learn', path: 'learn/', study: asUsual, shows: '5 of 8' },
  { name: 'module', path: 'learn/5.1/', study: asUsual, shows: 'Read: No clock to agree on' },
  { name: 'module-not-begun', path: 'learn/5.2/', study: asUsual, shows: 'Read: Agreeing on one value' },
  { name: 'reader-guess', path, shows: 'Guess first' },
  { name: 'reader-guessed', path, act: (page) => choose(page, 0), shows: 'Kept. Read on to see.' },
  { name: 'reader-screen', path, study: at(1), shows: 'Both sides are alive' },
  { name: 'reader-figure', path, study: at(2), shows: 'Run it' },
  { name: 'reader-figure-played', path, study: at(2), act: predict, shows: /^The run (bears|shows)/ },
  {
    name: 'reader-figure-as-text',
    path,
    study: at(2),
    act: async (page) => {
      await predict(page);
      await press(page, 'As text');
    },
    shows: /^The run (bears|shows)/,
  },
  {
    name: 'reader-figure-proof',
    path,
    study: at(2),
    act: async (page) => {
      await predict(page);
      await press(page, 'Try every order');
    },
    shows: /^It cannot happen/,
  },
  {
    name: 'reader-models',
    path: 'learn/5.3/orders-a-reader-may-see/#models-and-promises',
    shows: 'Below sequential',
  },
  { name: 'reader-incident', path, study: at(4), shows: 'The rest of the time' },
  {
    name: 'reader-table',
    path: 'learn/5.1/how-far-is-a-network-call/',
    study: asUsual,
    act: (page) => press(page, 'Next'),
    shows: 'Count it in local calls',
  },
  { name: 'reader-recall', path, study: at(5), shows: 'From memory' },
  { name: 'reader-recall-shown', path, study: at(5), act: (page) => press(page, 'Show answer'), shows: 'Had it' },
  { name: 'reader-end', path, study: at(5), act: recallAll, shows: 'Ask this about your system' },
];
