import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventBody } from '#progress/event.ts';
import { logBackup } from '#services/log-backup.ts';
import { createMemoryStore } from '#storage/memory-store.ts';
import { histories } from '#tests/support/histories.ts';
import { countingTokens, faultIn, freshBrowser, openStore, valueOf } from '#tests/support/stores.ts';

/** Half past one in the night of the second of March, in Berlin. */
const clock = { now: () => ({ at: Date.UTC(2026, 2, 2, 0, 30), offset: 60 }) };
const keep = (concept: string): EventBody => ({ kind: 'conceptKept', concept });

function device() {
  const progress = createMemoryStore(countingTokens());
  return { progress, backup: logBackup({ progress, clock }) };
}

/** A backup of three events, and its lines. */
async function sample(): Promise<{ text: string; lines: readonly string[] }> {
  const { progress, backup } = device();
  await valueOf(progress.record(['lease', 'quorum', 'fencing'].map(keep), { at: 1e12, offset: 0 }));
  const { text } = await valueOf(backup.exportBackup());
  return { text, lines: text.trimEnd().split('\n') };
}

const edited = (line: string, changes: object): string => JSON.stringify({ ...JSON.parse(line), ...changes });

/** The fault of restoring a text, after which the device must be as it was. */
async function refusal(text: string) {
  const { progress, backup } = device();
  await valueOf(progress.record([keep('own')], { at: 5, offset: 0 }));
  const before = await valueOf(progress.events());
  const fault = await faultIn(backup.restore(text));
  expect(await valueOf(progress.events())).toEqual(before);
  return fault;
}

test('a backup is a header and one event a line, in total order, named after the local day', async () => {
  const { progress, backup } = device();
  await valueOf(progress.record([keep('later')], { at: 2e12, offset: 0 }));
  await valueOf(progress.record([keep('earlier')], { at: 1e12, offset: 0 }));
  const { name, text, events } = await valueOf(backup.exportBackup());
  expect(name).toBe('quorum-2026-03-02.jsonl');
  expect(events).toBe(2);
  const [header, ...lines] = text.split('\n');
  expect(JSON.parse(header ?? '')).toEqual({
    format: 'quorum-backup',
    version: 1,
    exportedAt: '2026-03-02T00:30:00.000Z',
    device: 'token1',
    events: 2,
  });
  expect(lines.map((line) => (line === '' ? '' : JSON.parse(line).concept))).toEqual(['earlier', 'later', '']);
});

test('any history comes back whole on an empty device, which keeps its own name', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async ({ all }) => {
      const old = device();
      await valueOf(old.progress.merge(all));
      const { text } = await valueOf(old.backup.exportBackup());
      freshBrowser();
      const progress = openStore();
      const { device: name } = await valueOf(progress.summary());
      const report = await valueOf(logBackup({ progress, clock }).restore(text));
      expect(report).toEqual({ added: all.length, known: 0, unknownKinds: 0 });
      expect(await valueOf(progress.events())).toEqual(await valueOf(old.progress.events()));
      expect(await valueOf(progress.rows('card'))).toEqual(
        expect.arrayContaining([...(await valueOf(old.progress.rows('card')))]),
      );
      expect((await valueOf(progress.summary())).device).toBe(name);
      progress.close();
    }),
    { numRuns: 20 },
  );
});

test('restoring is a merge: twice is once, and what is here stays', async () => {
  const { text } = await sample();
  const { progress, backup } = device();
  await valueOf(progress.record([keep('own')], { at: 5, offset: 0 }));
  // Another device's counting tokens would give the same ids; a real token never does.
  const foreign = text.replaceAll('token', 'other');
  expect(await valueOf(backup.restore(foreign))).toEqual({ added: 3, known: 0, unknownKinds: 0 });
  expect(await valueOf(backup.restore(foreign))).toEqual({ added: 0, known: 3, unknownKinds: 0 });
  expect(await valueOf(progress.rows('concept'))).toHaveLength(4);
});

test.each<[string, (text: string) => string]>([
  ['line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['no last line end', (text) => text.trimEnd()],
  ['empty lines at its end', (text) => `${text}\n\r\n`],
  ['a byte order mark', (text) => `\uFEFF${text}`],
])('a backup with %s is understood', async (_name, change) => {
  const { text } = await sample();
  expect(await valueOf(device().backup.restore(change(text)))).toMatchObject({ added: 3 });
});

test('a kind of event that this version does not know is kept and passed on', async () => {
  const { lines } = await sample();
  const { backup } = device();
  const unknown = edited(lines[3] ?? '', { kind: 'cardSung', tune: 'low' });
  expect(await valueOf(backup.restore([...lines.slice(0, 3), unknown].join('\n')))).toEqual({
    added: 3,
    known: 0,
    unknownKinds: 1,
  });
  expect((await valueOf(backup.exportBackup())).text).toContain('"tune":"low"');
});

test.each([
  '',
  'Dear diary',
  '{"format":"anki","version":1}',
  '[]',
  'null',
  '{"format":"quorum-backup"}',
  '{"format":"quorum-backup","version":1}',
  '{"format":"quorum-backup","version":1,"events":1e9}',
])('a file that begins with %j is no backup', async (text) => {
  expect(await refusal(text)).toMatchObject({ kind: 'not-a-backup' });
});

test('a backup of a newer version is refused with both numbers', async () => {
  const { lines } = await sample();
  const text = [edited(lines[0] ?? '', { version: 3 }), 'something quite new'].join('\n');
  expect(await refusal(text)).toEqual({ kind: 'newer-backup', found: 3, known: 1 });
});

test('a line that is not understood is named with its reason, and nothing is taken', async () => {
  const { lines } = await sample();
  const without = (line: string) => [...lines.slice(0, 2), line, ...lines.slice(3)].join('\n');
  expect(await refusal(without('{"id":'))).toEqual({ kind: 'broken-line', line: 3, reason: 'not JSON' });
  expect(await refusal(without(''))).toEqual({ kind: 'broken-line', line: 3, reason: 'not JSON' });
  expect(await refusal(without(edited(lines[2] ?? '', { concept: 7 })))).toEqual({
    kind: 'broken-line',
    line: 3,
    reason: 'concept: Invalid input: expected string, received number',
  });
  expect(await refusal(without('x'.repeat(200_001)))).toEqual({
    kind: 'broken-line',
    line: 3,
    reason: 'longer than 200000 characters',
  });
});

test('a backup that was cut off, or had lines added, is refused', async () => {
  const { lines } = await sample();
  expect(await refusal(lines.slice(0, 3).join('\n'))).toEqual({
    kind: 'broken-line',
    line: 3,
    reason: 'the file ends after 2 of 3 events',
  });
  expect(await refusal([...lines, lines[3]].join('\n'))).toEqual({
    kind: 'broken-line',
    line: 5,
    reason: 'the first line promises only 3 events',
  });
});

test('an event that contradicts one of the same id is named by its line', async () => {
  const { text, lines } = await sample();
  const { backup, progress } = device();
  await valueOf(backup.restore(text));
  const changed = [...lines.slice(0, 2), edited(lines[2] ?? '', { concept: 'changed' }), lines[3]].join('\n');
  expect(await faultIn(backup.restore(changed))).toEqual({
    kind: 'broken-line',
    line: 3,
    reason: 'it contradicts another event of the same id',
  });
  expect(await valueOf(progress.events())).toHaveLength(3);
});
