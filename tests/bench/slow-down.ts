import type { Page } from '@playwright/test';

/** As slow as Lighthouse's mobile preset takes a phone to be. It holds for as long as the page is open. */
export async function slowDown(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}
