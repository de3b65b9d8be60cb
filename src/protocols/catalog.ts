/** Every protocol of the track by its id. A protocol's code comes when it is asked for. */
import type { CatalogEntry } from './catalog-entry.ts';

export const catalog: Readonly<Record<string, () => Promise<CatalogEntry>>> = {
  'request-response': async () => (await import('./request-response.ts')).requestResponseEntry as CatalogEntry,
  heartbeats: async () => (await import('./heartbeats.ts')).heartbeatsEntry as CatalogEntry,
  clocks: async () => (await import('./clocks.ts')).clocksEntry as CatalogEntry,
  'split-link': async () => (await import('./split-link.ts')).splitLinkEntry as CatalogEntry,
  'quorum-register': async () =>
    (await import('./quorum-register/quorum-register-entry.ts')).quorumRegisterEntry as CatalogEntry,
  'primary-backup': async () =>
    (await import('./primary-backup/primary-backup-entry.ts')).primaryBackupEntry as CatalogEntry,
  raft: async () => (await import('./raft/raft-entry.ts')).raftEntry as CatalogEntry,
  paxos: async () => (await import('./paxos/paxos-entry.ts')).paxosEntry as CatalogEntry,
  'two-phase-commit': async () => (await import('./two-phase-commit.ts')).twoPhaseCommitEntry as CatalogEntry,
  'lease-lock': async () => (await import('./lease-lock.ts')).leaseLockEntry as CatalogEntry,
  'etcd-watch': async () => (await import('./etcd/etcd-watch.ts')).etcdWatchEntry as CatalogEntry,
  'etcd-lease': async () => (await import('./etcd/etcd-lease.ts')).etcdLeaseEntry as CatalogEntry,
  zookeeper: async () => (await import('./zookeeper/zookeeper-entry.ts')).zooKeeperEntry as CatalogEntry,
  'kubernetes-replica-set': async () =>
    (await import('./kubernetes/replica-set-entry.ts')).replicaSetEntry as CatalogEntry,
  'kubernetes-stateful-set': async () =>
    (await import('./kubernetes/stateful-set-entry.ts')).statefulSetEntry as CatalogEntry,
  'kubernetes-lease': async () =>
    (await import('./kubernetes/lease-election-entry.ts')).leaseElectionEntry as CatalogEntry,
  'last-writer-wins': async () => (await import('./last-writer-wins.ts')).lastWriterWinsEntry as CatalogEntry,
  'session-reads': async () => (await import('./session-reads.ts')).sessionReadsEntry as CatalogEntry,
  'version-vectors': async () => (await import('./version-vectors.ts')).versionVectorsEntry as CatalogEntry,
  'g-counter': async () => (await import('./crdts/g-counter.ts')).gCounterEntry as CatalogEntry,
  'pn-counter': async () => (await import('./crdts/pn-counter.ts')).pnCounterEntry as CatalogEntry,
  'two-phase-set': async () => (await import('./crdts/two-phase-set.ts')).twoPhaseSetEntry as CatalogEntry,
  'or-set': async () => (await import('./crdts/or-set.ts')).orSetEntry as CatalogEntry,
  'operation-counter': async () => (await import('./crdts/operation-counter.ts')).operationCounterEntry as CatalogEntry,
  gossip: async () => (await import('./gossip.ts')).gossipEntry as CatalogEntry,
};
