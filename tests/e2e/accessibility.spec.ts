/** Every screen in every state that matters, for those who do not see it, who see it small, and who want it still. */
import type { Page } from '@playwright/test';
import type { RunOptions } from 'axe-core';
import { forms } from '#tests/pictures/forms.ts';
import { otherScenes } from '#tests/pictures/other-scenes.ts';
import { practiceScenes } from '#tests/pictures/practice-scenes.ts';
import { readingScenes } from '#tests/pictures/reading-scenes.ts';
import type { Scene } from '#tests/pictures/scene.ts';
import { inScene, type Studio } from '#tests/pictures/studio.ts';
import { readCourse } from '#tests/pictures/studied-weeks.ts';
import { root } from '#tests/support/built-site.ts';
import { expect, open, test } from './support/app-test.ts';
import { violationsOn } from './support/axe.ts';
import { thisVersion } from './support/builds.ts';
import { conceptPages, moduleContent } from './support/course.ts';
import { atStep, gradeCard, openReview, playRuns } from './support/learner.ts';
import { addresses } from './support/routes.ts';
import { restoreStudiedWeeks } from './support/studied-weeks.ts';

/** A theme changes colours and nothing else: the rules on structure are asked once a size. */
const rulesIn = (colorScheme: 'light' | 'dark'): RunOptions =>
  colorScheme === 'light'
    ? { resultTypes: ['violations'] }
    : { resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] };

// The scene of a new version replaces the site that is served; the specs of the update see to it.
const scenes = [...readingScenes, ...practiceScenes, ...otherScenes].filter(({ name }) => name !== 'new-version');
/** Some in one test: one test for all would keep the other worker waiting. */
const GROUP = 8;
const groups = Array.from({ length: Math.ceil(scenes.length / GROUP) }, (_, index) =>
  scenes.slice(index * GROUP, (index + 1) * GROUP),
);

/** What sticks out to the right of a narrow screen. */
const overflow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('main *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    return [`${scrollWidth} px`, ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
  });

/** A new size is laid out in the first frame, where what watches sizes answers; the second shows the answer. */
async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** How a learner may read: as it comes, with the largest text, and with all the room there is to have besides. */
const readings = [{ text: 'normal' }, { text: 'larger' }, { text: 'larger', lines: 'wide', letters: 'wide' }] as const;

/** axe in four forms, then the narrowest screen in each way of reading. */
async function expectAccess(page: Page, scene: Scene): Promise<void> {
  for (const { name, width, height, colorScheme } of forms) {
    await resize(page, width, height);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect.soft(await violationsOn(page, rulesIn(colorScheme)), `${scene.name} ${name}`).toEqual([]);
  }
  await resize(page, 320, 568);
  for (const reading of readings) {
    await page.evaluate((look) => Object.assign(document.documentElement.dataset, look), reading);
    expect.soft(await overflow(page), `${scene.name} at 320 px, ${Object.values(reading).join(' ')}`).toEqual([]);
  }
}

for (const group of groups) {
  test(`axe finds nothing, and nothing scrolls sideways: ${group.map(({ name }) => name).join(', ')}`, async ({
    browser,
    site,
  }) => {
    test.setTimeout(120_000);
    const studio: Studio = { root, site: thisVersion.outDir, url: site.url, browser, course: await readCourse(root) };
    for (const scene of group) await inScene(studio, scene, (page) => expectAccess(page, scene));
  });
}

test.describe('on a screen of 320 px nothing scrolls sideways', () => {
  test.use({ viewport: { width: 320, height: 568 } });

  for (const who of ['a first visit', 'a learner of three weeks'] as const) {
    test(`on any route: ${who}`, async ({ page, site }) => {
      if (who !== 'a first visit') await restoreStudiedWeeks(page, site.url);
      for (const address of addresses) {
        await open(page, address);
        await expect(page.locator('main h1')).toBeVisible();
        expect.soft(await overflow(page), address).toEqual([]);
      }
    });
  }

  for (const module of ['5.1', '5.2', '5.3'])
    test(`in any section of ${module}, at any step, before its figure has run and after`, async ({ page }) => {
      test.setTimeout(120_000);
      for (const { id } of moduleContent(module).sections) {
        await open(page, `learn/${module}/${id}/`);
        await expect(page.locator('main h1')).toBeFocused();
        const steps = await atStep(page, 1);
        for (let step = 1; step < steps; step++) {
          await atStep(page, step);
          expect.soft(await overflow(page), `${id}, step ${step}`).toEqual([]);
          await playRuns(page);
          expect.soft(await overflow(page), `${id}, step ${step}, run`).toEqual([]);
          if (step < steps - 1) await page.getByRole('button', { name: 'Next' }).click();
        }
      }
    });

  test('on the page of any concept', async ({ page }) => {
    for (const { id, name } of conceptPages().concepts) {
      await open(page, `concepts/${id}/`);
      await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
      expect.soft(await overflow(page), id).toEqual([]);
    }
  });
});

test('who asks for less motion gets none', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await restoreStudiedWeeks(page, site.url);
  // Everything that moves says so; what it says is looked at once a frame, as long as the page lives.
  await page.addInitScript(() => {
    const moved: string[] = [];
    Reflect.set(window, 'moved', moved);
    for (const kind of ['animationstart', 'transitionrun'])
      document.addEventListener(kind, ({ target }) =>
        moved.push(`${kind} ${(target as Element).outerHTML.slice(0, 80)}`),
      );
  });
  const stillness = async () => {
    expect(
      await page.evaluate(() =>
        document
          .getAnimations()
          .map((animation) => String((animation.effect as KeyframeEffect | null)?.target?.outerHTML.slice(0, 80))),
      ),
    ).toEqual([]);
    expect(await page.evaluate(() => Reflect.get(window, 'moved'))).toEqual([]);
  };
  for (const address of addresses) {
    await open(page, address);
    await stillness();
  }
  await openReview(page);
  await gradeCard(page, 'Good');
  await page.locator('summary', { hasText: 'This card' }).click();
  await page.getByRole('button', { name: 'Reword' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await stillness();
});
