import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { forms, showAs } from './forms.ts';
import { palettePng } from './palette-png.ts';
import type { Scene } from './scene.ts';
import { inScene, type Studio } from './studio.ts';

/** What the manifest and the README show. */
const published = [
  { file: 'phone.png', scene: 'today-first-visit-answered', form: 'phone-light', pixelRatio: 2 },
  { file: 'wide.png', scene: 'reader-figure', form: 'wide-light', pixelRatio: 1 },
] as const;

/** Renews the published pictures, small enough to be kept with the sources. */
export async function publish(studio: Studio, scenes: readonly Scene[]): Promise<void> {
  const folder = join(studio.root, 'public/screenshots');
  mkdirSync(folder, { recursive: true });
  for (const { file, scene: name, form: formName, pixelRatio } of published) {
    const scene = scenes.find((each) => each.name === name);
    const form = forms.find((each) => each.name === formName);
    if (!scene || !form) throw new Error(`There is no scene ${name} in the form ${formName}.`);
    const take = async (page: Page) => {
      await showAs(page, form);
      await page.locator('figure').first().evaluate(bringUp);
      const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
      const small = palettePng(png, form.width * pixelRatio, form.height * pixelRatio);
      writeFileSync(join(folder, file), small);
      console.log(`public/screenshots/${file}: ${(small.length / 1024).toFixed(0)} KB`);
    };
    await inScene(studio, scene, take, pixelRatio);
  }
}

/** Runs in the page. The figure is what this app is known by; where it is in view already, nothing moves. */
function bringUp(figure: Element): void {
  const { top, bottom } = figure.getBoundingClientRect();
  if (bottom > innerHeight) scrollBy(0, top - 12);
}
