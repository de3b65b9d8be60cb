/** Where the reader's eye and keyboard go after a navigation. */

const scrollByUrl = new Map<string, number>();

/** Remembers how far a page was scrolled, for the way back. */
export function keepScroll(url: string): void {
  scrollByUrl.set(url, window.scrollY);
}

/** Focus to the `h1` (or to what the link's #hash names), the scroll to where it belongs. */
export function arrive(url: string, isForward: boolean): void {
  // The router's first url has no hash; the browser's has.
  const hash = location.hash.slice(1);
  const target = hash ? document.getElementById(hash) : null;
  const focus = target ?? document.querySelector<HTMLElement>('main h1');
  if (focus) {
    if (focus.tabIndex < 0) focus.tabIndex = -1;
    focus.focus({ preventScroll: true });
  }
  if (target) target.scrollIntoView({ block: 'start' });
  else window.scrollTo(0, isForward ? 0 : (scrollByUrl.get(url) ?? 0));
}
