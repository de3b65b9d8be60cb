import type { BrowserContext } from '@playwright/test';

/** Lets every draw of this context begin from the same seed, so that a check asks the same items in every run. */
export async function fixDraws(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const original = crypto.getRandomValues.bind(crypto);
    // A seed is one word; the ids of events, which must never repeat, are made of more.
    crypto.getRandomValues = (values) => {
      if (values instanceof Uint32Array && values.length === 1) values[0] = 20_260_302;
      else original(values);
      return values;
    };
  });
}
