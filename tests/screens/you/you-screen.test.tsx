// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EventBody, ProgressEvent } from '#progress/event.ts';
import { youScreen } from '#screens/you/you-screen.tsx';
import { plainLook } from '#services/first-paint.ts';
import { logBackup } from '#services/log-backup.ts';
import type { Services } from '#services/services.ts';
import { fakeServices, renderScreen, type FakeServices } from '#tests/support/fake-services.tsx';
import { valueOf } from '#tests/support/stores.ts';
import { shortcutsEnabled } from '#ui/shortcuts-enabled.ts';

let services: FakeServices;
beforeEach(() => {
  services = fakeServices();
  shortcutsEnabled.value = true;
});
afterEach(cleanup);

const open = async (changes: Partial<Services> = {}) => {
  await renderScreen(youScreen, {}, { ...services, ...changes });
  await screen.findByRole('group', { name: 'Theme' });
};
const record = (...bodies: EventBody[]) => valueOf(services.progress.record(bodies, services.clock.now()));
const log = () => valueOf(services.progress.events()) as Promise<readonly ProgressEvent[]>;
const part = (name: string) => within(screen.getByRole('region', { name }));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

const grade = (card: string): EventBody => ({
  kind: 'cardGraded',
  card,
  major: 1,
  during: 'review',
  elapsedMs: 4000,
  grade: 'good',
  dueDay: 30_000,
  memoryBefore: 'unlike any',
  retention: 0.9,
});
const answer = (item: string, isRight: boolean): EventBody => ({
  kind: 'checkAnswered',
  attempt: 'a1',
  module: '9.1',
  item,
  objective: 'cross-in-fog',
  response: { kind: 'single', chosen: 'ahead' },
  isRight,
  score: isRight ? 1 : 0,
  confidence: 'sure',
  card: 'ferry-needs-two',
  major: 1,
  outcome: null,
});

test('a day with some study counts, and a forecast says when its card is back', async () => {
  await record(grade('ferry-needs-two'));
  await open();
  part('Days this month').getByText('1 day in November');
  part('The next 30 days').getByText(/0 cards today, 1 within a week/);
});

test('a card that is put away is no part of the forecast', async () => {
  await record(grade('ferry-needs-two'), { kind: 'cardSuspended', card: 'ferry-needs-two' });
  await open();
  part('The next 30 days').getByText(/Each card comes back on a day of its own/);
});

test('concepts that are learned but do not hold yet are not counted', async () => {
  await record(grade('ferry-needs-two'), grade('reply-is-lost'));
  await open();
  const kept = part('What you keep');
  expect(kept.getByText(/key concepts are durable/).textContent).toBe('0 of the 1 key concepts are durable');
  expect(kept.getByRole('link', { name: /Crossing/ }).textContent).toMatch(/learning/);
});

test('an attempt at a check has its day, score and result, and leads to the check', async () => {
  await record({ kind: 'checkStarted', attempt: 'a1', module: '9.1', items: ['x', 'y'] }, answer('x', true), {
    kind: 'checkFinished',
    attempt: 'a1',
    module: '9.1',
    right: 9,
    of: 10,
    passed: true,
  });
  services.pass({ days: 1 });
  await open();
  const row = part('Checks').getByRole('link', { name: /9\.1 Crossing/ });
  expect(row.textContent).toMatch(/yesterday · passed.*9 of 10/);
  expect(row.getAttribute('href')).toBe('/check/9.1/');
  part('How sure, and how right').getByText('Too few answers to say anything yet.');
});

test('each choice is an event at once', async () => {
  await open();
  fireEvent.click(screen.getByRole('radio', { name: 'Dark' }));
  await waitFor(async () =>
    expect(await log()).toMatchObject([{ kind: 'settingChanged', name: 'theme', value: 'dark' }]),
  );
  fireEvent.click(screen.getByRole('switch', { name: /Single-key shortcuts/ }));
  await waitFor(async () => expect((await log())[1]).toMatchObject({ name: 'shortcuts', value: false }));
});

test('a number is kept when the field is left, and one out of range is refused in words', async () => {
  await open();
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'New cards a day' });
  fireEvent.input(field, { target: { value: '51' } });
  fireEvent.change(field);
  await screen.findByText('A whole number from 0 to 50. Until then it stays at 10.');
  fireEvent.input(field, { target: { value: '0' } });
  fireEvent.change(field);
  await waitFor(async () => expect(await log()).toMatchObject([{ name: 'newCardsPerDay', value: 0 }]));
});

test('the price of a retention is told while the handle moves, and kept when it is let go', async () => {
  await open();
  const slider = screen.getByRole<HTMLInputElement>('slider', { name: /Desired retention/ });
  fireEvent.input(slider, { target: { value: '95' } });
  await screen.findByText(/about 95 of 100/);
  expect(await log()).toEqual([]);
  fireEvent.change(slider);
  await waitFor(async () => expect(await log()).toMatchObject([{ name: 'retention', value: 0.95 }]));
});

test('room between lines and between letters is chosen beside a text that shows it', async () => {
  await open();
  expect(screen.getByRole('group', { name: 'How you will read' }).textContent).toMatch(/nothing comes back/);
  const choice = (name: string) => within(screen.getByRole('group', { name })).getByRole('radio', { name: 'Wide' });
  fireEvent.click(choice('Between lines and paragraphs'));
  fireEvent.click(choice('Between letters and words'));
  await waitFor(async () =>
    expect(await log()).toMatchObject([
      { name: 'lines', value: 'wide' },
      { name: 'letters', value: 'wide' },
    ]),
  );
});

test('a choice that cannot be written stays chosen, and is written on the next try', async () => {
  await open();
  services.breakStorage({ kind: 'quota' });
  fireEvent.click(screen.getByRole('radio', { name: 'Large' }));
  await screen.findByText(/no room left/, { selector: 'main *' });
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Large' }).checked).toBe(true);
  services.breakStorage(null);
  press('Try again');
  await waitFor(async () => expect(await log()).toMatchObject([{ name: 'textSize', value: 'large' }]));
});

test('a card that was put away comes back', async () => {
  await record({ kind: 'cardSuspended', card: 'reply-is-lost' });
  await open();
  part('Your cards').getByText('North hears nothing. What was lost?');
  press('Bring back');
  await waitFor(async () => expect((await log()).at(-1)).toMatchObject({ kind: 'cardResumed', card: 'reply-is-lost' }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Your cards'));
});

test('a card in the learner’s words can have the course’s again', async () => {
  await record({ kind: 'cardReworded', card: 'reply-is-lost', prompt: 'What got lost?', answer: 'One of the two.' });
  await open();
  part('Your cards').getByText('What got lost?');
  press('Restore the course’s words');
  await waitFor(async () =>
    expect((await log()).at(-1)).toMatchObject({ kind: 'cardReworded', prompt: '', answer: '' }),
  );
  await waitFor(() => expect(screen.queryByText('What got lost?')).toBeNull());
});

const choose = async (text: string) => {
  const input = screen.getByLabelText('Restore from a file');
  fireEvent.change(input, { target: { files: [new File([text], 'backup.jsonl')] } });
};

test('a backup is one tap, and restores on another device as a merge', async () => {
  await record(grade('ferry-needs-two'));
  await open({ backup: logBackup(services) });
  press('Save a backup');
  await waitFor(() => expect(services.savedFiles).toHaveLength(1));
  await part('Backup').findByText(/Saved 1 entry as quorum-2026-11-22\.jsonl/);
  const text = services.savedFiles[0]?.text ?? '';
  cleanup();

  services = fakeServices();
  await open({ backup: logBackup(services) });
  await choose(text);
  await part('Backup').findByText('Restored: 1 new, 0 already here.');
  await part('Days this month').findByText('1 day in November');
  await choose(text);
  await part('Backup').findByText(/Nothing new/);
});

test('a broken backup is refused with its line, and nothing is changed', async () => {
  await record(grade('ferry-needs-two'));
  const { text } = await valueOf(logBackup(services).exportBackup());
  services = fakeServices();
  await open({ backup: logBackup(services) });
  await choose(text.replace('"cardGraded"', '"cardGraded'));
  await part('Backup').findByText(/Line 2 of the file cannot be understood: not JSON\. Nothing was changed\./);
  expect(await log()).toEqual([]);
});

test('cards, grades and design reviews go to other programs', async () => {
  await record(grade('ferry-needs-two'));
  await open();
  press('Cards for Anki');
  await waitFor(() => expect(services.savedFiles[0]?.text).toMatch(/#deck:Quorum/));
  await part('Backup').findByText(/Saved 3 cards/);
  press('Review log (CSV)');
  await waitFor(() => expect(services.savedFiles[1]?.text).toMatch(/ferry-needs-two/));
  press('Design reviews (Markdown)');
  await part('Backup').findByText('There is no design review to save yet.');
  await record({ kind: 'designReviewSaved', review: 'r', system: 'Ferry desk', answers: {} });
  press('Design reviews (Markdown)');
  await waitFor(() => expect(services.savedFiles[2]?.text).toMatch(/# Design review: Ferry desk/));
});

test('deleting names what goes, offers a backup, and needs a second tap', async () => {
  const mirrored: object[] = [];
  await record(grade('ferry-needs-two'));
  await open({
    backup: logBackup(services),
    device: { ...services.device, mirror: (first) => void mirrored.push(first) },
  });
  await part('On this device').findByText('Entries in your log');
  press('Delete everything…');
  const dialog = within(screen.getByRole('dialog', { name: 'Delete everything?' }));
  dialog.getByText(/1 entry goes from this device/);
  fireEvent.click(dialog.getByRole('button', { name: 'Save a backup first' }));
  await dialog.findByText(/Saved 1 entry/);
  expect(await log()).toHaveLength(1);
  fireEvent.click(dialog.getByRole('button', { name: 'Delete everything' }));
  await part('On this device').findByText('Everything is deleted from this device.');
  expect(await log()).toEqual([]);
  expect(mirrored).toEqual([{ ...plainLook, isReturning: false }]);
});

test('storage that may be cleared can be asked for, and a refusal is explained', async () => {
  let isPersisted = false;
  const device = { ...services.device, storage: async () => ({ isPersisted, usedBytes: 1_234_567, quotaBytes: null }) };
  await open({ device: { ...device, persist: async () => isPersisted } });
  await screen.findByText('1.2 MB');
  press('Keep it');
  await part('On this device').findByText(/does not promise more yet/);
  isPersisted = true;
  press('Keep it');
  await part('On this device').findByText('The browser keeps your progress until you delete it.');
});

test('a reminder is a calendar file, made only when asked', async () => {
  await open();
  expect(services.savedFiles).toEqual([]);
  fireEvent.change(screen.getByRole('combobox', { name: 'Every day at' }), { target: { value: '7' } });
  press('Make a calendar file');
  await waitFor(() => expect(services.savedFiles[0]?.name).toBe('quorum-reminder.ics'));
  expect(services.savedFiles[0]?.text).toMatch(/DTSTART:20261122T070000\r\n/);
});

test('a mistake becomes a file to pass on', async () => {
  await open();
  fireEvent.input(screen.getByLabelText('What is wrong?'), { target: { value: 'A word is missing.' } });
  const report = screen.getByLabelText('What is wrong?').closest('details') as HTMLElement;
  fireEvent.click(within(report).getByRole('button', { name: 'Save as a file' }));
  expect(services.savedFiles[0]?.text).toMatch(/A word is missing\./);
});

test('sources and licence are one link away', async () => {
  await open();
  expect(screen.getByRole('link', { name: 'Sources and licence' }).getAttribute('href')).toBe('/you/sources/');
});
