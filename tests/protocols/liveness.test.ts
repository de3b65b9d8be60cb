import { describe, expect, it, test } from 'vitest';
import { catalog } from '#protocols/catalog.ts';
import { SEEDS, unsettled } from '../support/protocol-runs.ts';

/** What each protocol is there for, and by when it has done it, in units of its own time. */
const promises: Readonly<Record<string, readonly [promise: string, until: number]>> = {
  'request-response': ['answers every call, or says that it cannot know', 120],
  heartbeats: ['suspects the dead and nobody else', 40],
  clocks: ['have stamped and delivered everything', 120],
  'split-link': ['leaves nobody waiting, once it is whole', 300],
  'quorum-register': ['answers everything over a lossy network', 2_000],
  'primary-backup': ['acknowledge the write, though the primary crashes', 2_000],
  raft: ['has one leader, one log and an answer, 2 seconds after the last fault', 3_300],
  paxos: ['has told both clients a value, 640 ms after the last fault', 800],
  'two-phase-commit': ['has decided everywhere, 800 ms after the coordinator is back', 1_200],
  'lease-lock': ['has answered both clients, 8 seconds after a pause that outlasted a lease', 14],
  'etcd-watch': ['sees the last value, though a fifth of all packets is lost', 150],
  'etcd-lease': ['answers both clients, one of which was paused past its lease', 300],
  zookeeper: ['answers all three, one of which was paused past its session', 400],
  // Losses never end here, and a cache that lost the news has to wait for a list that arrives: one round in three does not.
  'kubernetes-replica-set': ['has three pods and knows it, though a fifth of all packets is lost', 800],
  'kubernetes-stateful-set': ['runs db-0 once, after a cut is healed and a machine is back', 500],
  'kubernetes-lease': ['has one acting leader, whoever was paused before', 100],
  'last-writer-wins': ['agrees, with clocks at half and at double speed', 200],
  'session-reads': ['answers both users, and has the post everywhere, though a tenth of all packets is lost', 500],
  'version-vectors': ['agree, though a fifth of all packets is lost', 200],
  'g-counter': ['agrees everywhere, though a fifth of all packets is lost', 200],
  'pn-counter': ['agrees everywhere, though a fifth of all packets is lost', 200],
  'two-phase-set': ['agrees everywhere, though a fifth of all packets is lost', 200],
  'or-set': ['agrees everywhere, though a fifth of all packets is lost', 200],
  'operation-counter': ['agrees everywhere, though a fifth of all packets is lost', 200],
  gossip: ['has reached everybody within twenty rounds, though a fifth of all packets is lost', 200],
};

test('every protocol of the catalog has something to do in the end', () => {
  expect(Object.keys(promises)).toEqual(Object.keys(catalog));
});

describe.each(Object.entries(catalog))(`%s, in each of ${SEEDS} seeded runs`, async (id, load) => {
  const { example, sizes = [undefined] } = await load();
  const [promise = '', until = 0] = promises[id] ?? [];
  for (const size of sizes) {
    it(`${promise}${size === undefined ? '' : `, with ${size} nodes`}`, () => {
      expect(unsettled(example(undefined, size), until)).toEqual([]);
    });
  }
});
