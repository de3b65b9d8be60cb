// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shortcutsEnabled, useShortcuts } from '#ui/shortcuts.ts';

const pressed: string[] = [];
beforeEach(() => {
  pressed.length = 0;
  shortcutsEnabled.value = true;
});
afterEach(cleanup);

function Keys({ prefix = '' }: { readonly prefix?: string }) {
  const press = (name: string) => () => void pressed.push(prefix + name);
  useShortcuts({
    ' ': press('space'),
    u: press('u'),
    '1': press('1'),
    ArrowRight: press('right'),
    Enter: press('enter'),
  });
  return (
    <main>
      <h1 tabIndex={-1}>Heading</h1>
      <button type="button">Press</button>
      <a href="#x">Go</a>
      <input aria-label="Text" />
      <textarea aria-label="Long text" />
      <input type="radio" aria-label="Choice" />
      <input type="range" aria-label="Step" />
      <div role="region" aria-label="Wide table" tabIndex={0} />
    </main>
  );
}

const key = (on: Element, name: string, more: object = {}) => fireEvent.keyDown(on, { key: name, ...more });

test('a key does what it is for, in either case, and is used up', () => {
  render(<Keys />);
  for (const name of [' ', 'u', 'U', '1', 'ArrowRight']) expect(key(document.body, name)).toBe(false);
  expect(pressed).toEqual(['space', 'u', 'u', '1', 'right']);
  expect(key(document.body, 'x')).toBe(true);
});

test('what is typed into a field is left to the field', () => {
  render(<Keys />);
  for (const name of ['Text', 'Long text'])
    for (const typed of ['u', '1', ' ']) key(screen.getByRole('textbox', { name }), typed);
  expect(pressed).toEqual([]);
});

test('Space and Enter on a focused button, link or choice are left to it; letters and digits are not', () => {
  render(<Keys />);
  const controls = [screen.getByRole('button'), screen.getByRole('link'), screen.getByRole('radio')];
  for (const control of controls) for (const name of [' ', 'Enter']) key(control, name);
  expect(pressed).toEqual([]);
  for (const control of controls) key(control, 'u');
  expect(pressed).toEqual(['u', 'u', 'u']);
  key(screen.getByRole('heading'), ' ');
  expect(pressed.at(-1)).toBe('space');
});

test('the arrows belong to a focused choice, a slider and a table that scrolls', () => {
  render(<Keys />);
  for (const control of [screen.getByRole('radio'), screen.getByRole('slider'), screen.getByRole('region')])
    key(control, 'ArrowRight');
  expect(pressed).toEqual([]);
});

test('with a modifier, held down, or used by somebody else, a key is no shortcut', () => {
  render(<Keys />);
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }])
    key(document.body, 'u', more);
  const use = (event: Event) => event.preventDefault();
  screen.getByRole('heading').addEventListener('keydown', use);
  key(screen.getByRole('heading'), 'u');
  expect(pressed).toEqual([]);
});

test('an open dialog has the keys to itself', () => {
  render(
    <>
      <Keys />
      <dialog open>Words</dialog>
    </>,
  );
  key(document.body, 'u');
  expect(pressed).toEqual([]);
});

test('shortcuts can be switched off and on', () => {
  render(<Keys />);
  shortcutsEnabled.value = false;
  expect(key(document.body, 'u')).toBe(true);
  shortcutsEnabled.value = true;
  key(document.body, 'u');
  expect(pressed).toEqual(['u']);
});

test('the newest meaning of a key counts, and none once its screen is gone', async () => {
  const { rerender, unmount } = render(<Keys />);
  rerender(<Keys prefix="new " />);
  key(document.body, 'u');
  expect(pressed).toEqual(['new u']);
  unmount();
  await waitFor(() => expect(key(document.body, 'u')).toBe(true));
  pressed.length = 0;
  key(document.body, 'u');
  expect(pressed).toEqual([]);
});
