import { beforeEach, expect, test } from 'vitest';
import type { EventBody } from '#progress/event.ts';
import { fsrs } from '#scheduling/fsrs.ts';
import { replay } from '#progress/replay.ts';
import { gradeOf } from '#tests/support/histories.ts';
import { freshBrowser, openStore, tabChannels, valueOf } from '#tests/support/stores.ts';

const at = Date.UTC(2026, 2, 1, 12);
const keep = (concept: string): EventBody => ({ kind: 'conceptKept', concept });

beforeEach(freshBrowser);

test('what one tab records, the other hears of and reads', async () => {
  const channel = tabChannels();
  const [one, other] = [openStore({ channel: channel() }), openStore({ channel: channel() })];
  const heard: string[][] = [];
  other.subscribe((kinds) => heard.push([...kinds]));
  await valueOf(one.record([keep('lease')], { at, offset: 0 }));
  expect(heard).toEqual([['concept']]);
  expect(await valueOf(other.row('concept', 'lease'))).toEqual({ concept: 'lease', isKept: true });
});

test('two tabs are one device, and never give one seq or one tick twice', async () => {
  const tabs = [openStore(), openStore()] as const;
  const recorded = Array.from({ length: 20 }, (_, index) => {
    const tab = tabs[index % 2] ?? tabs[0];
    return valueOf(tab.record([keep(`concept-${index}`)], { at, offset: 0 }));
  });
  const events = (await Promise.all(recorded)).flat();
  expect(new Set(events.map(({ device }) => device)).size).toBe(1);
  expect(new Set(events.map(({ seq }) => seq)).size).toBe(20);
  expect(new Set(events.map(({ tick }) => tick)).size).toBe(20);
});

test('a card graded in two tabs at once has both grades, and the due day of the second rests on the first', async () => {
  const tabs = [openStore(), openStore()] as const;
  const body = gradeOf([], 'lease', 'good', at);
  await Promise.all(
    tabs.map((tab) => valueOf(tab.record([{ ...body, dueDay: body.dueDay + 100 }], { at, offset: 0 }))),
  );
  const row = await valueOf(tabs[0].row('card', 'lease'));
  expect(row).toEqual(replay(await valueOf(tabs[1].events()), fsrs).get('card:lease')?.row);
  expect(row?.reps).toBe(2);
  expect(row?.dueDay).toBeLessThan(body.dueDay + 100);
});

test('what is no change of ours on the channel is not passed on', async () => {
  const newChannel = tabChannels();
  const [ours, theirs] = [newChannel(), newChannel()];
  const heard: unknown[] = [];
  openStore({ channel: ours }).subscribe((kinds) => heard.push(kinds));
  theirs.postMessage('hello');
  expect(heard).toEqual([]);
});
