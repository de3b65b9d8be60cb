/**
 * `npm run screens`: a picture of every screen in every state that matters, in four forms, into `screens/`. The clock
 * stands still and the learner is always the same, so that two runs differ only where the app does. Words choose scenes
 * by the beginning of their names; `--publish` renews the pictures that the manifest and the README show.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { serve } from '#build/serve.mjs';
import { launchOptions } from '#tests/support/browser.ts';
import { dist, ensureDist } from '#tests/support/built-site.ts';
import { album } from './album.ts';
import { forms, showAs } from './forms.ts';
import { otherScenes } from './other-scenes.ts';
import { practiceScenes } from './practice-scenes.ts';
import { publish } from './publish.ts';
import { readingScenes } from './reading-scenes.ts';
import type { Scene } from './scene.ts';
import { inScene, type Studio } from './studio.ts';
import { readCourse } from './studied-weeks.ts';

const scenes: readonly Scene[] = [...readingScenes, ...practiceScenes, ...otherScenes];

export async function main(root: string): Promise<number> {
  const words = process.argv.slice(3);
  const beginnings = words.filter((word) => !word.startsWith('-'));
  ensureDist();
  // A copy, because one of the scenes puts a newer version online.
  const site = join(root, 'node_modules/.cache/quorum-pictures');
  rmSync(site, { recursive: true, force: true });
  cpSync(dist, site, { recursive: true });
  const { url, close } = await serve({ root: site, noStore: true });
  const browser = await chromium.launch(await launchOptions());
  try {
    const studio: Studio = { root, site, url, browser, course: await readCourse(root) };
    if (words.includes('--publish')) await publish(studio, scenes);
    else
      return await takeAll(
        studio,
        scenes.filter(({ name }) => beginnings.length === 0 || beginnings.some((word) => name.startsWith(word))),
      );
    return 0;
  } finally {
    await browser.close();
    await close();
    rmSync(site, { recursive: true, force: true });
  }
}

/** A scene that cannot be set is told, and does not keep the others from being taken. Returns the exit code. */
async function takeAll(studio: Studio, chosen: readonly Scene[]): Promise<number> {
  const folder = join(studio.root, 'screens');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const missing: string[] = [];
  for (const scene of chosen) {
    try {
      await inScene(studio, scene, (page) => takeForms(page, scene.name, folder));
    } catch (error) {
      missing.push(scene.name);
      console.error(`${scene.name}:`, error);
    }
  }
  album(folder);
  console.log(`${chosen.length - missing.length} screens, in screens/index.html`);
  if (missing.length > 0) console.error(`Without ${missing.join(', ')}.`);
  return missing.length > 0 ? 1 : 0;
}

/** What is on the screen, and the whole page where it is longer. */
async function takeForms(page: Page, name: string, folder: string): Promise<void> {
  for (const form of forms) {
    const { width, height } = form;
    await showAs(page, form);
    const whole = await page.evaluate(wholeSize);
    if (whole.width > width) console.warn(`${name} is ${whole.width} px wide on a screen of ${width} px`);
    const take = (file: string) => page.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide' });
    await take(`${name}-${form.name}.png`);
    if (whole.height <= height) continue;
    // On a screen as high as the page, bars that stay in view stand at its end and hide nothing.
    await page.setViewportSize({ width, height: whole.height });
    await page.evaluate(wholeSize);
    await take(`${name}-${form.name}-whole.png`);
  }
}

/** Runs in the page, once a new size has been laid out and painted. */
async function wholeSize(): Promise<{ readonly width: number; readonly height: number }> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // The first one lays out, what watches sizes answers in it, and the second one shows the answer.
  await frame();
  await frame();
  const { scrollWidth, scrollHeight } = document.documentElement;
  return { width: scrollWidth, height: scrollHeight };
}
