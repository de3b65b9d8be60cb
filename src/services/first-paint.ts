/** What the first paint needs, kept where `public/boot.js` reads it before anything else runs. */
import type { Settings } from '#progress/event.ts';

export type FirstPaint = Partial<Pick<Settings, 'theme' | 'textSize' | 'shortcuts'>> & {
  readonly isReturning?: boolean;
};

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

function showFirstPaint({ theme = 'system', textSize = 'normal', isReturning = false }: FirstPaint): void {
  const page = document.documentElement;
  page.dataset['theme'] = theme;
  page.dataset['text'] = textSize;
  page.toggleAttribute('data-returning', isReturning);
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const ofSystem = meta.matches('[media*=dark]') ? 'dark' : 'light';
    meta.content = paper[theme === 'system' ? ofSystem : theme];
  }
}
