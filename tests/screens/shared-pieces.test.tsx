// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Prose } from '#figures/prose.tsx';
import { CardFace } from '#screens/card-face.tsx';
import { InstallOffer } from '#screens/install-offer.tsx';
import { PageHeader } from '#screens/page-header.tsx';
import { pathOfParagraph } from '#screens/paragraph-path.ts';
import { numbered, References } from '#screens/references.tsx';
import { storageFaultWords } from '#screens/storage-fault-words.ts';
import { StorageNotice } from '#screens/storage-notice.tsx';
import type { DeviceService } from '#services/device-service.ts';
import type { StorageFault } from '#services/progress-service.ts';
import { ServicesContext } from '#services/services.ts';
import { fakeServices } from '#tests/support/fake-services.tsx';
import { LiveRegion } from '#ui/live-region.tsx';

afterEach(cleanup);

test('the header says where one is, leads up and to the search', () => {
  render(<PageHeader title="Leases" back={{ path: '/learn/', name: 'Learn' }} end="4 min" />);
  expect(screen.getByRole('heading', { level: 1, name: 'Leases' })).toBeTruthy();
  expect(screen.getByRole('link', { name: /Learn/ }).getAttribute('href')).toBe('/learn/');
  expect(screen.getByRole('link', { name: 'Search' }).getAttribute('href')).toBe('/search/');
  cleanup();
  render(<PageHeader title="Leases" isHeading={false} />);
  expect(screen.queryByRole('heading')).toBeNull();
});

test('a cloze keeps its words to itself until it is shown', () => {
  const cloze = { prompt: 'A crossing needs {{two}} harbours.' };
  const { container, rerender } = render(<CardFace card={cloze} isShown={false} />);
  expect(container.textContent).toBe('A crossing needs blank harbours.');
  rerender(<CardFace card={cloze} isShown />);
  expect(container.textContent).toBe('A crossing needs two harbours.');
  expect(container.querySelector('hr')).toBeNull();
});

test('a question shows its answer and its note once it is asked to', () => {
  const card = { prompt: 'Why?', answer: 'Because.', note: 'Mostly.' };
  const { container, rerender } = render(<CardFace card={card} isShown={false} />);
  expect(container.textContent).toBe('Why?');
  rerender(<CardFace card={card} isShown />);
  expect(container.textContent).toBe('Why?Because.Mostly.');
});

test('a text names its concepts and numbers its sources by the page it stands on', () => {
  const source = {
    id: 'book',
    title: 'Book',
    author: 'A',
    year: 1999,
    kind: 'book',
    checked: '2026-11-22',
    provenance: 'primary',
  } as const;
  render(
    <References sources={[source]}>
      <Prose text="A [lease](concept:lease) ends [@book] [@other]." />
    </References>,
  );
  expect(screen.getByRole('link', { name: 'lease' }).getAttribute('href')).toBe('/concepts/lease/');
  expect(screen.getByRole('link', { name: 'Source 1' }).getAttribute('href')).toBe('#source-book');
  expect(screen.getAllByRole('link')).toHaveLength(2);
  expect(numbered([source])).toEqual([{ number: 1, source }]);
});

test('a paragraph is found in its section, or on its concept’s page', () => {
  expect(pathOfParagraph('leases#expiry', '5.2')).toBe('/learn/5.2/leases/#expiry');
  expect(pathOfParagraph('concept/lease#expiry', '5.2')).toBe('/concepts/lease/#expiry');
});

const faults: readonly [StorageFault, RegExp][] = [
  [{ kind: 'blocked' }, /Close the other Quorum tabs/],
  [{ kind: 'newer', found: 3, known: 2 }, /Reload to get that version/],
  [{ kind: 'quota' }, /no room left/],
  [{ kind: 'denied' }, /private window/],
  [{ kind: 'lost' }, /connection to this device’s storage was lost/],
  [{ kind: 'unknown', message: 'Odd' }, /Saving did not work: Odd/],
];

test.each(faults)('a storage fault is told in words that say what to do: %o', async (fault, words) => {
  expect(storageFaultWords(fault)).toMatch(words);
  expect(storageFaultWords(fault)).not.toContain('!');
  let tries = 0;
  const view = (now: StorageFault | null) => (
    <>
      <StorageNotice fault={now} onRetry={() => void tries++} />
      <LiveRegion />
    </>
  );
  const { rerender } = render(view(fault));
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(tries).toBe(1);
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(words));
  rerender(view(null));
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

function offer(install: DeviceService['install']['value']) {
  const services = fakeServices();
  const asked: string[] = [];
  const device = { ...services.device, install: signal(install), promptInstall: async () => void asked.push('prompt') };
  const backup = {
    ...services.backup,
    exportBackup: async () => ({ ok: true as const, value: { name: 'quorum.jsonl', text: 'log', events: 1 } }),
  };
  const within = (children: ComponentChildren) => (
    <ServicesContext.Provider value={{ ...services, device, backup }}>{children}</ServicesContext.Provider>
  );
  const { container } = render(within(<InstallOffer />));
  return { container, asked, services };
}

test('the app can be installed where the browser offers it, and the offer can be put away', () => {
  const { asked, container } = offer('prompt');
  fireEvent.click(screen.getByRole('button', { name: 'Install' }));
  expect(asked).toEqual(['prompt']);
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  return waitFor(() => expect(container.textContent).toBe(''));
});

test('on iOS the offer says that the installed app starts empty, and saves a backup first', async () => {
  const { services } = offer('ios');
  expect(screen.getByText(/starts empty/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Save a backup' }));
  await waitFor(() => expect(services.savedFiles).toEqual([{ name: 'quorum.jsonl', text: 'log' }]));
});

test.each(['unavailable', 'installed'] as const)('where the app is %s, nothing is offered', (install) => {
  expect(offer(install).container.textContent).toBe('');
});
