/**
 * What each protocol weighs, minified and gzipped. Counted as the protocol: its reducer and its words, which means the
 * function that makes it and all of src/protocols that this function needs, shared or not. Counted apart: the whole of its
 * entry, with the example, invariants and observations that figures and puzzles use. The simulator and base are counted
 * elsewhere, once for all.
 */
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { describe, expect, it, test } from 'vitest';
import { catalog } from '#protocols/catalog.ts';
import { root } from '#tests/support/built-site.ts';

const PROTOCOL_BYTES = 2_048;
/** Two protocols in one, elections and log replication, and a client that tries one server after the other. */
const RAFT_BYTES = 2_350;
const WITH_ENTRY_BYTES = 4_096;

/** Where the function that makes a protocol stands (for state-based CRDTs the data type, and the replica it runs on), and the entry. */
const sources: Readonly<Record<string, { readonly makes: Readonly<Record<string, string>>; readonly entry: string }>> =
  {
    'request-response': { makes: { requestResponse: 'request-response' }, entry: 'request-response' },
    heartbeats: { makes: { heartbeats: 'heartbeats' }, entry: 'heartbeats' },
    clocks: { makes: { clocks: 'clocks' }, entry: 'clocks' },
    'split-link': { makes: { splitLink: 'split-link' }, entry: 'split-link' },
    'quorum-register': {
      makes: { quorumRegister: 'quorum-register/quorum-register' },
      entry: 'quorum-register/quorum-register-entry',
    },
    'primary-backup': {
      makes: { primaryBackup: 'primary-backup/primary-backup' },
      entry: 'primary-backup/primary-backup-entry',
    },
    raft: { makes: { raft: 'raft/raft' }, entry: 'raft/raft-entry' },
    paxos: { makes: { paxos: 'paxos/paxos' }, entry: 'paxos/paxos-entry' },
    'two-phase-commit': { makes: { twoPhaseCommit: 'two-phase-commit' }, entry: 'two-phase-commit' },
    'lease-lock': { makes: { leaseLock: 'lease-lock' }, entry: 'lease-lock' },
    'etcd-watch': { makes: { etcdWatch: 'etcd/etcd-watch' }, entry: 'etcd/etcd-watch' },
    'etcd-lease': { makes: { etcdLease: 'etcd/etcd-lease' }, entry: 'etcd/etcd-lease' },
    zookeeper: { makes: { zooKeeperStore: 'zookeeper/zookeeper-store' }, entry: 'zookeeper/zookeeper-entry' },
    'kubernetes-replica-set': {
      makes: { replicaSet: 'kubernetes/replica-set' },
      entry: 'kubernetes/replica-set-entry',
    },
    'kubernetes-stateful-set': {
      makes: { statefulSet: 'kubernetes/stateful-set' },
      entry: 'kubernetes/stateful-set-entry',
    },
    'kubernetes-lease': {
      makes: { leaseElection: 'kubernetes/lease-election' },
      entry: 'kubernetes/lease-election-entry',
    },
    'last-writer-wins': { makes: { lastWriterWins: 'last-writer-wins' }, entry: 'last-writer-wins' },
    'session-reads': { makes: { sessionReads: 'session-reads' }, entry: 'session-reads' },
    'version-vectors': { makes: { versionVectors: 'version-vectors' }, entry: 'version-vectors' },
    'g-counter': { makes: { gCounter: 'crdts/g-counter', replicas: 'crdts/state-based' }, entry: 'crdts/g-counter' },
    'pn-counter': {
      makes: { pnCounter: 'crdts/pn-counter', replicas: 'crdts/state-based' },
      entry: 'crdts/pn-counter',
    },
    'two-phase-set': {
      makes: { twoPhaseSet: 'crdts/two-phase-set', replicas: 'crdts/state-based' },
      entry: 'crdts/two-phase-set',
    },
    'or-set': { makes: { orSet: 'crdts/or-set', replicas: 'crdts/state-based' }, entry: 'crdts/or-set' },
    'operation-counter': { makes: { operationCounter: 'crdts/operation-counter' }, entry: 'crdts/operation-counter' },
    gossip: { makes: { gossip: 'gossip' }, entry: 'gossip' },
  };

/** The gzip bytes of a module of its own in src/protocols, bundled as the site's are. */
async function weigh(code: string): Promise<number> {
  const module = `${root}/src/protocols/weighed.ts`;
  const { output } = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'a module of its own',
        resolveId: (id) => (id === 'weighed' ? module : null),
        load: (id) => (id === module ? code : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: 'weighed',
        preserveEntrySignatures: 'strict',
        external: /^#(simulator|base)\//,
      },
    },
  })) as Rolldown.RolldownOutput;
  return gzipSync(output.map((part) => (part.type === 'chunk' ? part.code : '')).join(''), { level: 9 }).length;
}

test('every protocol of the catalog is weighed', () => {
  expect(Object.keys(sources)).toEqual(Object.keys(catalog));
});

describe.each(Object.entries(sources))('%s', (id, { makes, entry }) => {
  const limit = id === 'raft' ? RAFT_BYTES : PROTOCOL_BYTES;

  it(`is at most ${limit} bytes, rules and words`, async () => {
    const exported = Object.entries(makes).map(([name, file]) => `export { ${name} } from './${file}.ts';`);
    expect(await weigh(exported.join(''))).toBeLessThanOrEqual(limit);
  });

  it(`is at most ${WITH_ENTRY_BYTES} bytes with its example and invariants`, async () => {
    expect(await weigh(`export * from './${entry}.ts';`)).toBeLessThanOrEqual(WITH_ENTRY_BYTES);
  });
});
