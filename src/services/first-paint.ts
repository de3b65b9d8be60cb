/** What the first paint needs, kept where `public/boot.js` reads it before anything else runs. */
import type { Settings } from '#progress/event.ts';

/** The settings that the page's root element carries, each as an attribute that the styles go by. */
export type Look = Pick<Settings, 'theme' | 'textSize' | 'lines' | 'letters'>;

export type FirstPaint = Partial<Look & Pick<Settings, 'shortcuts'>> & { readonly isReturning?: boolean };

export const plainLook: Look = { theme: 'system', textSize: 'normal', lines: 'normal', letters: 'normal' };

const key = 'quorum.first';
const paper = { light: '#faf8f3', dark: '#15161a' } as const;

export function readFirstPaint(): FirstPaint {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    // Denied, or not ours: the first paint goes by the system's settings.
    return {};
  }
}

/** Adds to what is kept, and shows it on the page at once. */
export function keepFirstPaint(change: FirstPaint): void {
  const first = { ...readFirstPaint(), ...change };
  showFirstPaint(first);
  try {
    localStorage.setItem(key, JSON.stringify(first));
  } catch {
    // Storage is denied or full: this page is right, and the next one begins plain.
  }
}

function showFirstPaint({ isReturning = false, textSize: text = 'normal', ...look }: FirstPaint): void {
  const page = document.documentElement;
  Object.assign(page.dataset, look, { text });
  page.toggleAttribute('data-returning', isReturning);
  const { theme = 'system' } = look;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const ofSystem = meta.matches('[media*=dark]') ? 'dark' : 'light';
    meta.content = paper[theme === 'system' ? ofSystem : theme];
  }
}
