// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { createBrowserDevice } from '#services/browser-device.ts';

const bootScript = readFileSync('public/boot.js', 'utf8');
const page = document.documentElement;

/** A page that has just been opened on this device: `public/boot.js` has run, and nothing else. */
function openPage(): void {
  for (const { name } of [...page.attributes]) page.removeAttribute(name);
  document.head.innerHTML =
    '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#faf8f3">' +
    '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#15161a">';
  // oxlint-disable-next-line no-new-func -- the one way to run a script that is no module
  new Function(bootScript)();
}

const look = () => ({
  theme: page.dataset['theme'],
  text: page.dataset['text'],
  lines: page.dataset['lines'],
  letters: page.dataset['letters'],
  isReturning: page.hasAttribute('data-returning'),
  colours: [...document.querySelectorAll('meta')].map(({ content }) => content),
});

beforeEach(() => {
  localStorage.clear();
  openPage();
});

test('on a first visit the page goes by the system', () => {
  expect(look()).toEqual({ isReturning: false, colours: ['#faf8f3', '#15161a'] });
});

test('the next first paint looks as the page was left', () => {
  createBrowserDevice().mirror({
    theme: 'dark',
    textSize: 'large',
    lines: 'wide',
    letters: 'wide',
    shortcuts: false,
    isReturning: true,
  });
  const left = look();
  openPage();
  expect(look()).toEqual(left);
  expect(left).toEqual({
    theme: 'dark',
    text: 'large',
    lines: 'wide',
    letters: 'wide',
    isReturning: true,
    colours: ['#15161a', '#15161a'],
  });
});

test('what is mirrored later is added to what was', () => {
  const device = createBrowserDevice();
  device.mirror({ isReturning: true });
  device.mirror({ theme: 'light' });
  openPage();
  expect(look()).toMatchObject({ theme: 'light', isReturning: true });
});

test('a mirror that was kept before there was room to choose still gives its size of text', () => {
  localStorage.setItem('quorum.first', '{"textSize":"larger","isReturning":true}');
  openPage();
  expect(look()).toMatchObject({ text: 'larger', isReturning: true });
  expect([look().lines, look().letters]).toEqual([undefined, undefined]);
});

test('going back to the system takes back both colours of the browser', () => {
  const device = createBrowserDevice();
  device.mirror({ theme: 'dark' });
  device.mirror({ theme: 'system' });
  expect(look().colours).toEqual(['#faf8f3', '#15161a']);
});

test('a broken mirror never breaks a page', () => {
  localStorage.setItem('quorum.first', '{"theme":');
  openPage();
  expect(look().theme).toBeUndefined();
  createBrowserDevice().mirror({ theme: 'dark' });
  openPage();
  expect(look().theme).toBe('dark');
});

test('an empty store on a device that has been here was emptied', () => {
  createBrowserDevice().mirror({ isReturning: true });
  const device = createBrowserDevice();
  device.noteStore(true);
  expect(device.wasEmptied.value).toBe(true);
  device.noteStore(false);
  expect(device.wasEmptied.value).toBe(false);
});

test('an empty store on a first visit is only new', () => {
  const device = createBrowserDevice();
  device.mirror({ isReturning: true });
  device.noteStore(true);
  expect(device.wasEmptied.value).toBe(false);
});

test('the app can be installed once the browser offers it, and is when that has happened', async () => {
  const device = createBrowserDevice();
  expect(device.install.value).toBe('unavailable');
  let asked = 0;
  const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
    prompt: () => {
      asked++;
      return Promise.resolve({ outcome: 'accepted' });
    },
  });
  window.dispatchEvent(offer);
  expect(device.install.value).toBe('prompt');
  expect(offer.defaultPrevented).toBe(true);

  await device.promptInstall();
  await device.promptInstall();
  expect(asked).toBe(1);
  window.dispatchEvent(new Event('appinstalled'));
  expect(device.install.value).toBe('installed');
});
