import type { Page } from '@playwright/test';
import type { CheckBank, ModuleContent } from '#content/compiled.ts';
import type { ContentService } from '#services/content-service.ts';
import type { Learner } from '#tests/support/learner.ts';

export interface Course {
  readonly content: ContentService;
  readonly module: ModuleContent;
  readonly bank: CheckBank;
}

/** One screen in one state. */
export interface Scene {
  /** Its file's name. */
  readonly name: string;
  /** Below the base. */
  readonly path: string;
  /** What the learner did after the usual weeks; may return the #hash to open. A scene without it is a first visit. */
  readonly study?: (learner: Learner, course: Course) => Promise<string | void>;
  /** What is done on the screen once it is open. */
  readonly act?: (page: Page, host: Host) => Promise<void>;
  /** Words that are on the screen when it is ready. */
  readonly shows: string | RegExp;
}

export interface Host {
  /** Puts a newer version of the app online. */
  readonly publishNewVersion: () => void;
}

/** The usual weeks, and nothing more. */
export const asUsual = async (): Promise<void> => {};

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

export async function choose(page: Page, option: number): Promise<void> {
  await page.getByRole('radio').nth(option).check();
}

/** Steps through a run until its end. */
export async function playToEnd(page: Page): Promise<void> {
  const step = page.getByRole('button', { name: 'Step', exact: true });
  await step.waitFor();
  while ((await step.getAttribute('aria-disabled')) !== 'true') await step.click();
}
