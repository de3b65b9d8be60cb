// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { signal } from '@preact/signals';
import { h } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '#app/app.tsx';
import { createNavigation, type AppNavigation } from '#app/app-navigation.ts';
import { openPage, type Page } from '#app/page.ts';
import type { ContentService } from '#services/content-service.ts';
import type { Services } from '#services/services.ts';
import { fakeServices, type FakeServices } from '#tests/support/fake-services.tsx';

let services: FakeServices;
let navigation: AppNavigation;
const updateReady = signal(false);
const applied: string[] = [];

beforeEach(() => {
  updateReady.value = false;
  applied.length = 0;
  services = fakeServices();
  navigation = createNavigation({ updateReady, apply: () => void applied.push('apply') });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const start = async (path: string, change: Partial<Services> = {}) => {
  history.replaceState(null, '', path);
  const running: Services = { ...services, navigation, ...change };
  return show(await openPage(path, running.content), running);
};
const show = (first: Page, running: Services = { ...services, navigation }) =>
  render(<App services={running} navigation={navigation} first={first} base="/" />);
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const follow = (name: string) => fireEvent.click(screen.getByRole('link', { name }));
const isFocused = async (element: Promise<HTMLElement>) => {
  const wanted = await element;
  await waitFor(() => expect(document.activeElement).toBe(wanted));
};

test('a link opens its page, names it, marks its tab, and moves the focus to its heading', async () => {
  await start('/practise/');
  await heading('Practise');
  expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Practise');
  follow('Learn');
  await isFocused(heading('Ferries'));
  expect(document.title).toBe('Ferries · Quorum');
  expect(location.pathname).toBe('/learn/');
  expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Learn');
});

test('the focus is left alone on the page that the app was opened at', async () => {
  await start('/practise/');
  await heading('Practise');
  expect(document.activeElement).toBe(document.body);
});

test('a path without its slash is the same page', async () => {
  await start('/practise');
  expect(await heading('Practise')).toBeTruthy();
});

/** Content whose questions come when they are let through. */
function slowQuestions() {
  let come = () => {};
  const gate = new Promise<void>((resolve) => {
    come = resolve;
  });
  const questions: ContentService['questions'] = async () => {
    await gate;
    return services.content.questions();
  };
  return { content: { ...services.content, questions }, come };
}

test('the old page stays, with its scroll and its focus, until the new one is ready', async () => {
  const { content, come } = slowQuestions();
  const scrolled = vi.spyOn(window, 'scrollTo');
  await start('/practise/', { content });
  await heading('Practise');
  const link = screen.getByRole('link', { name: /^Questions to ask/ });
  link.focus();
  fireEvent.click(link);
  await waitFor(() => expect(location.pathname).toBe('/questions/'));
  await act(async () => {});
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Practise');
  expect(document.activeElement).toBe(link);
  expect(scrolled).not.toHaveBeenCalled();
  expect(document.title).toBe('Practise · Quorum');
  come();
  await isFocused(heading('Questions to ask'));
});

test('the way back finds the page scrolled as it was left', async () => {
  await start('/practise/');
  await heading('Practise');
  Object.defineProperty(window, 'scrollY', { value: 340, configurable: true });
  follow('Learn');
  await isFocused(heading('Ferries'));
  Object.defineProperty(window, 'scrollY', { value: 0, configurable: true });
  const scrolled = vi.spyOn(window, 'scrollTo');
  history.replaceState(null, '', '/practise/');
  fireEvent(window, new PopStateEvent('popstate'));
  await isFocused(heading('Practise'));
  await waitFor(() => expect(scrolled).toHaveBeenLastCalledWith(0, 340));
});

test('of two pages asked for in a row, the last one is shown', async () => {
  const { content, come } = slowQuestions();
  await start('/practise/', { content });
  await heading('Practise');
  fireEvent.click(screen.getByRole('link', { name: /^Questions to ask/ }));
  follow('Learn');
  await heading('Ferries');
  come();
  await act(async () => {});
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ferries');
});

test('an address that is nothing says so, and leads home', async () => {
  await start('/learn/8.8/');
  expect(await heading('No such page')).toBeTruthy();
  follow('Go to Today');
  expect(await heading('Today')).toBeTruthy();
});

test('a page whose text cannot be had says so, and offers to try again', async () => {
  const content = { ...services.content, front: () => Promise.reject(new Error('no network')) };
  await start('/learn/', { content });
  expect(await heading('Not on this device')).toBeTruthy();
  expect(screen.getByText('no network')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});

const broken: Page = {
  path: '/broken/',
  tab: 'you',
  isFocused: false,
  title: 'Broken',
  source: null,
  view: () =>
    h(() => {
      throw new Error('a bug got through');
    }, {}),
};

test('a page that breaks says so, offers the backup, and lets go on to another', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  history.replaceState(null, '', '/broken/');
  const backup = {
    ...services.backup,
    exportBackup: async () => ({ ok: true as const, value: { name: 'quorum.jsonl', text: 'log', events: 1 } }),
  };
  show(broken, { ...services, navigation, backup });
  expect(await heading('This page broke')).toBeTruthy();
  expect(screen.getByText('a bug got through')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Save a backup' }));
  await waitFor(() => expect(services.savedFiles).toEqual([{ name: 'quorum.jsonl', text: 'log' }]));
  follow('Practise');
  expect(await heading('Practise')).toBeTruthy();
  expect(screen.queryByText('a bug got through')).toBeNull();
});

test('a new version is offered, but not in the middle of a card', async () => {
  await services.progress.record(
    [{ kind: 'sectionRead', section: 'two-harbours', module: '9.1' }],
    services.clock.now(),
  );
  await start('/review/');
  await screen.findByRole('button', { name: 'Show answer' });
  await act(async () => {
    updateReady.value = true;
  });
  expect(screen.queryByRole('complementary', { name: 'New version' })).toBeNull();
  follow('Practise');
  await heading('Practise');
  fireEvent.click(await screen.findByRole('button', { name: 'New version: reload' }));
  expect(applied).toEqual(['apply']);
});

test('a rebuild of the progress shows how far it is', async () => {
  const { rebuilt } = await import('#app/rebuilt.ts');
  await start('/practise/');
  await act(async () => {
    rebuilt.value = 0.4;
  });
  expect((await screen.findByRole('progressbar', { name: 'Progress read' })).getAttribute('value')).toBe('0.4');
  await act(async () => {
    rebuilt.value = 1;
  });
  await waitFor(() => expect(screen.queryByRole('progressbar', { name: 'Progress read' })).toBeNull());
});

test('the frame leads past the tabs to the content, and has one live region', async () => {
  await start('/practise/');
  expect(screen.getByRole('link', { name: 'Skip to the content' }).getAttribute('href')).toBe('#main');
  expect(screen.getByRole('main').id).toBe('main');
  expect(screen.getAllByRole('status')).toHaveLength(1);
  const tabs = screen.getByRole('navigation', { name: 'Main' });
  expect([...tabs.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    '/',
    '/',
    '/learn/',
    '/practise/',
    '/you/',
  ]);
});

test('the app is sent to a path as if a link had been followed', async () => {
  await start('/practise/');
  await heading('Practise');
  navigation.go('/learn/');
  expect(await heading('Ferries')).toBeTruthy();
  const { length } = history;
  navigation.replace('/practise/');
  expect(await heading('Practise')).toBeTruthy();
  expect(history.length).toBe(length);
});
