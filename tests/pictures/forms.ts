import type { Page } from '@playwright/test';

/** The forms in which every scene is taken. */
export interface Form {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  /** A finger in place of a mouse and keys. */
  readonly isTouch: boolean;
}

const phone = { width: 360, height: 740, isTouch: true };
const wide = { width: 1280, height: 800, isTouch: false };

/** The touch screens last: Chromium does not find back from one to a mouse. */
export const forms: readonly Form[] = [
  { name: 'wide-light', ...wide, colorScheme: 'light' },
  { name: 'wide-dark', ...wide, colorScheme: 'dark' },
  { name: 'phone-light', ...phone, colorScheme: 'light' },
  { name: 'phone-dark', ...phone, colorScheme: 'dark' },
];

/** Makes an open page as one meets it in this form. */
export async function showAs(page: Page, { width, height, colorScheme, isTouch }: Form): Promise<void> {
  if (isTouch) {
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  }
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
}
