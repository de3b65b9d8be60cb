import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openLabSetUps } from '#storage/lab-set-ups.ts';

test('a named set-up is there after a restart, replaced by one of its name, and gone once deleted', async () => {
  const first = openLabSetUps('lab');
  await first.save({ name: 'Duel', link: 'protocol=paxos&seed=8' });
  await first.save({ name: 'Duel', link: 'protocol=paxos&seed=9' });
  await first.save({ name: 'Ant', link: 'protocol=gossip&seed=1' });
  const second = openLabSetUps('lab');
  const kept = {
    ok: true,
    value: [
      { name: 'Ant', link: 'protocol=gossip&seed=1' },
      { name: 'Duel', link: 'protocol=paxos&seed=9' },
    ],
  };
  expect(await second.list()).toEqual(kept);
  expect(await second.remove('Ant')).toEqual({ ok: true, value: kept.value.slice(1) });
  expect(await second.clear()).toEqual({ ok: true, value: [] });
});
