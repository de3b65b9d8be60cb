// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { moduleScreen } from '#screens/module/module-screen.tsx';
import { OnPaper } from '#screens/on-paper.tsx';
import { readerScreen } from '#screens/reader/reader-screen.tsx';
import { youScreen } from '#screens/you/you-screen.tsx';
import { fakeServices, renderScreen } from '#tests/support/fake-services.tsx';
import { valueOf } from '#tests/support/stores.ts';

afterEach(cleanup);

/** The code for paper was loaded, where it needs no loading. */
const settled = () => act(async () => {});
/** As a browser does: it lays the page out as soon as the listeners, and what they left to be done at once, are done. */
const print = async () => {
  window.dispatchEvent(new Event('beforeprint'));
  await Promise.resolve();
};
/** Prints until the code for paper is here. */
const printScreen = () =>
  waitFor(async () => {
    await print();
    expect(paper()).not.toBeNull();
  });
const paper = () => document.querySelector<HTMLElement>('[data-print="only"], [data-print="also"]');
const onPaper = () => within(paper() as HTMLElement);

test('paper is drawn while the browser prints, and only then', async () => {
  const load =
    async () =>
    ({ words }: { readonly words: string }) => <p>{words}</p>;
  render(<OnPaper load={load} props={{ words: 'On paper' }} />);
  await settled();
  expect(screen.queryByText('On paper')).toBeNull();
  await print();
  expect(screen.getByText('On paper')).toBeTruthy();
  window.dispatchEvent(new Event('afterprint'));
  await Promise.resolve();
  expect(screen.queryByText('On paper')).toBeNull();
});

test('where the code for paper cannot be had, the screen itself is printed', async () => {
  render(<OnPaper load={() => Promise.reject(new Error('offline'))} props={{}} />);
  await settled();
  await print();
  expect(paper()).toBeNull();
});

test('a section is printed whole: all its screens, each figure with its steps, and its sources', async () => {
  await renderScreen(readerScreen, { module: '9.1', section: 'two-harbours' }, fakeServices());
  await printScreen();
  expect(onPaper().getByRole('heading', { level: 1, name: 'Two harbours' })).toBeTruthy();
  for (const name of ['At the quay', 'On the water', 'From memory', 'Sources'])
    expect(onPaper().getByRole('heading', { level: 2, name })).toBeTruthy();
  expect(onPaper().getByRole('img', { name: /A letter\. .* all 3 steps shown/ })).toBeTruthy();
  const steps = onPaper().getByRole('list', { name: 'The steps of: A letter' });
  expect(
    within(steps)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['North sends a letter.', 'South reads it.', 'South replies. The reply is lost.']);
  expect(onPaper().getByText('The Harbour Book!')).toBeTruthy();
  expect(onPaper().queryAllByRole('button')).toEqual([]);
});

test('a paragraph on paper takes no name from the one on the screen', async () => {
  await renderScreen(readerScreen, { module: '9.1', section: 'two-harbours' }, fakeServices());
  await printScreen();
  expect(paper()?.querySelector('#two-are-enough, #long-way, #depths')).toBeNull();
});

test('a module is printed with every section after its own page', async () => {
  await renderScreen(moduleScreen, { module: '9.1' }, fakeServices());
  expect(screen.getByRole('button', { name: 'Print this module' })).toBeTruthy();
  await printScreen();
  expect(paper()?.dataset['print']).toBe('also');
  expect(onPaper().getByRole('heading', { level: 2, name: 'Two harbours' })).toBeTruthy();
  expect(onPaper().getByRole('heading', { level: 3, name: 'On the water' })).toBeTruthy();
});

test('one’s own progress is one page: days, concepts, sections, checks and calibration', async () => {
  const services = fakeServices();
  const attempt = { attempt: 'a1', module: '9.1' };
  await valueOf(
    services.progress.record(
      [
        { kind: 'sectionRead', section: 'two-harbours', module: '9.1' },
        { kind: 'checkStarted', ...attempt, items: [] },
        { kind: 'checkFinished', ...attempt, right: 9, of: 10, passed: true },
      ],
      services.clock.now(),
    ),
  );
  await renderScreen(youScreen, {}, services);
  await screen.findByRole('group', { name: 'Theme' });
  expect(screen.getByRole('button', { name: 'Print a summary' })).toBeTruthy();
  await printScreen();
  expect(onPaper().getByRole('heading', { level: 1, name: 'Progress on 22 November 2026' })).toBeTruthy();
  expect(paper()?.textContent).toContain('1 day of study in November, 1 in all, the first on 22 November 2026.');
  expect(onPaper().getByRole('heading', { name: 'Durable: 0 of 1 key concepts' })).toBeTruthy();
  expect(onPaper().getByText('9.1 Crossing: 1 of 1')).toBeTruthy();
  expect(onPaper().getByRole('row').textContent).toBe('22 November 20269.1 Crossing9 of 10, passed');
  expect(onPaper().getByText('Sure: no answer yet')).toBeTruthy();
});
