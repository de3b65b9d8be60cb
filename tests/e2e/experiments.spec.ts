/** Every experiment of the reading, with the network gone: by touch or by keyboard, and as text. */
import type { Locator, Page } from '@playwright/test';
import type { Figure } from '#content/figure.ts';
import { runsOf } from '#content/figure.ts';
import { plainText } from '#content/markup.ts';
import { expect, installed, open, test } from './support/app-test.ts';
import { violationsOn } from './support/axe.ts';
import { moduleContent } from './support/course.ts';
import { chooseByArrows, press, tabTo } from './support/keyboard.ts';

interface Experiment {
  readonly path: string;
  readonly figure: Figure;
}

const experimentsOf = (module: string): readonly Experiment[] =>
  moduleContent(module).sections.flatMap((section) =>
    section.screens.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'figure' ? [{ path: `learn/${module}/${section.id}/#${block.id}`, figure: block }] : [],
      ),
    ),
  );

/** How a learner handles a figure. */
interface Hand {
  readonly choose: (page: Page, radios: Locator) => Promise<void>;
  readonly press: (page: Page, button: Locator) => Promise<void>;
  readonly toTheEnd: (page: Page, figure: Locator, steps: number) => Promise<void>;
}

const touch: Hand = {
  choose: (_, radios) => radios.first().locator('xpath=ancestor::label').tap(),
  press: (_, button) => button.tap(),
  toTheEnd: async (_, figure, steps) => {
    const step = figure.getByRole('button', { name: 'Step', exact: true });
    for (let taken = 0; taken <= steps && (await step.getAttribute('aria-disabled')) !== 'true'; taken++)
      await step.tap();
  },
};

const keys: Hand = {
  choose: (page, radios) => chooseByArrows(page, radios, 0),
  press,
  toTheEnd: async (page, figure) => {
    await tabTo(page, figure.getByRole('slider', { name: 'Step' }));
    await page.keyboard.press('End');
  },
};

/** Each step of the run stands in the list, in the same words. */
async function expectAsText(page: Page, hand: Hand, figure: Locator, texts: readonly string[]): Promise<void> {
  await hand.press(page, figure.getByRole('button', { name: 'As text' }));
  const said = await figure.getByRole('list').first().getByRole('listitem').allTextContents();
  expect(said).toEqual(texts.map((text, index) => `${index + 1}${plainText(text)}`));
}

async function playExperiment(page: Page, { path, figure: { title, ...figure } }: Experiment, hand: Hand) {
  await open(page, path);
  const [first, second] = runsOf({ ...figure, title });
  const shown = page.getByRole('complementary', { name: 'Figure' }).getByRole('figure').first();
  await hand.choose(page, shown.getByRole('radio'));
  await hand.press(page, shown.getByRole('button', { name: 'Run it' }));
  await hand.toTheEnd(page, shown, first?.events.length ?? 0);
  await expectAsText(page, hand, shown, first?.events.map(({ text }) => text) ?? []);
  if (second !== undefined) {
    await hand.press(page, shown.getByRole('button', { name: /^Then: / }));
    await hand.toTheEnd(page, shown, second.events.length);
    await expectAsText(
      page,
      hand,
      shown,
      second.events.map(({ text }) => text),
    );
  }
  await expect(shown.getByText(/The run (bears you out|shows something else)\./)).toBeVisible();
}

test.describe.configure({ timeout: 120_000 });

for (const module of ['5.1', '5.2', '5.3']) {
  for (const [name, hand, isTurn] of [
    ['touch', touch, (index: number) => index % 2 === 0],
    ['keyboard', keys, (index: number) => index % 2 === 1],
  ] as const) {
    test(`the experiments of ${module} work offline, by ${name} and as text`, async ({ page, context }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await open(page, '');
      await installed(page);
      await context.setOffline(true);
      for (const experiment of experimentsOf(module).filter((_, index) => isTurn(index))) {
        await test.step(experiment.path, async () => {
          await playExperiment(page, experiment, hand);
          expect.soft(await violationsOn(page, { resultTypes: ['violations'] }), experiment.path).toEqual([]);
        });
      }
    });
  }
}

test('every order is tried on the device, offline: what can happen, and the proof that something cannot', async ({
  page,
  context,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '');
  await installed(page);
  await context.setOffline(true);
  const twice = experimentsOf('5.1').find(({ path }) => path.includes('doing-it-twice'));
  if (twice === undefined) throw new Error('the section on retries has no experiment');
  await playExperiment(page, twice, touch);
  const panel = page.getByRole('group', { name: 'Every order' });
  await panel.getByRole('button', { name: 'Try every order' }).tap();
  await expect(panel.getByText(/^It cannot happen: all \d+ worlds were searched/)).toBeVisible();
  await page.getByRole('button', { name: 'Back to the first run' }).tap();
  await panel.getByRole('button', { name: 'Try every order' }).tap();
  await expect(panel.getByText(/^It can happen\. Shortest way, \d+ moves:$/)).toBeVisible();
  expect(await violationsOn(page, { resultTypes: ['violations'] })).toEqual([]);
});
