/** A new version arrives while the old one is being used. */
import type { Page } from '@playwright/test';
import { expect, installed, open, started, test } from './support/app-test.ts';
import {
  nextVersion,
  nextVersionBelow,
  startScript,
  thisVersion,
  thisVersionBelow,
  type Build,
} from './support/builds.ts';
import { counter, gradeCard, openCard, showAnswer } from './support/learner.ts';
import {
  isWaiting,
  keptFiles,
  lookForUpdate,
  runningScript,
  serveReplaceable,
  updatePrompt,
  type ReplaceableSite,
} from './support/replaceable-site.ts';
import { restoreStudiedWeeks } from './support/studied-weeks.ts';

const runs = (page: Page, build: Build) => expect(runningScript(page)).toHaveAttribute('href', startScript(build));

for (const [place, now, next] of [
  ['at the root of a host', thisVersion, nextVersion],
  ['under a sub-path', thisVersionBelow, nextVersionBelow],
] as const) {
  test.describe(place, () => {
    let site: ReplaceableSite;
    test.beforeEach(async () => {
      site = await serveReplaceable(now);
    });
    test.afterEach(() => site.close());

    test('the old version works on until the learner asks for the new one', async ({ page, context }) => {
      await open(page, site.url);
      await installed(page);
      await site.replace(next);
      await page.reload();
      await started(page);
      await expect(updatePrompt(page)).toBeVisible();
      expect(await isWaiting(page)).toBe(true);
      await runs(page, now);
      // Code that this page has not needed yet, and that the server does not have any more.
      for (const tab of ['Learn', 'Practise', 'You']) {
        await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: tab, exact: true }).click();
        await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
      }
      await runs(page, now);
      await updatePrompt(page).click();
      await runs(page, next);
      await started(page);
      await expect(page).toHaveURL(`${site.url}you/`);
      await expect(updatePrompt(page)).toBeHidden();

      await site.close();
      await context.setOffline(true);
      for (const path of ['you/', '', 'learn/5.1/two-machines-is-enough']) {
        await open(page, site.url + path);
        await runs(page, next);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      }
    });

    test('no prompt comes in the middle of a card, in either of two tabs, and each tab changes on its own', async ({
      page,
      context,
    }) => {
      await restoreStudiedWeeks(page, site.url);
      await installed(page);
      const other = await context.newPage();
      await open(page, `${site.url}review/`);
      await expect(openCard(page)).toBeVisible();
      await open(other, site.url);
      await site.replace(next);
      await lookForUpdate(other);
      await expect(updatePrompt(other)).toBeVisible();
      await expect(updatePrompt(page)).toBeHidden();

      await updatePrompt(other).click();
      await runs(other, next);
      await started(other);
      await installed(other);
      // The first tab still runs the old version, with a card open, and is not spoken to.
      await runs(page, now);
      await showAnswer(page);
      await expect(updatePrompt(page)).toBeHidden();
      await page.getByRole('button', { name: /^Good/ }).click();
      await expect(counter(page)).toHaveText(/^2 of /);
      await gradeCard(page, 'Hard');
      await expect(updatePrompt(page)).toBeHidden();
      await page.getByRole('link', { name: 'Search' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible();
      await runs(page, now);
      await updatePrompt(page).click();
      await runs(page, next);
      await started(page);
      await expect(updatePrompt(page)).toBeHidden();
    });
  });
}

test('files of the old version go once no tab runs it', async ({ page }) => {
  const site = await serveReplaceable(thisVersion);
  try {
    await open(page, site.url);
    await installed(page);
    await site.replace(nextVersion);
    await lookForUpdate(page);
    await updatePrompt(page).click();
    await runs(page, nextVersion);
    await open(page, site.url);
    await expect.poll(() => keptFiles(page)).not.toContain(startScript(thisVersion));
    expect(await keptFiles(page)).toContain(startScript(nextVersion));
  } finally {
    await site.close();
  }
});
