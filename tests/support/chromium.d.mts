/** The path of a Chromium that is here; `undefined` where there is none. Throws when CHROME_PATH names nothing that runs. */
export function findChromium(): Promise<string | undefined>;
/** The path of a Chromium, which is installed first where there is none. */
export function ensureChromium(): Promise<string>;
