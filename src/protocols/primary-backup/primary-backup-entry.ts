/** The catalog line of primary and backups, and what is seen of them from outside. */
import type { Invariant } from '#simulator/check/invariants.ts';
import { noFaults, type Setup, type World } from '#simulator/world.ts';
import type { CatalogEntry } from '../catalog-entry.ts';
import { primaryBackup, type PrimaryBackup, type PrimaryBackupBroken, type ReplicationMode } from './primary-backup.ts';

/**
 * The world without packets that the sound protocol will ignore whenever they come, because epochs only grow: a search
 * that takes it to stand for the full one meets fewer states, and reaches the same histories.
 */
export function withoutIgnoredPackets(world: World<PrimaryBackup>): World<PrimaryBackup> {
  const network = world.network.filter(({ to, message }) => {
    const node = world.nodes[to];
    if (node === undefined || message.kind === 'write') return true;
    if (message.kind === 'written') return node.volatile?.open?.operation === message.operation;
    const { epoch, isPrimary } = node.durable;
    if (message.kind === 'replicate') return message.epoch >= epoch;
    if (message.kind === 'propose') return message.epoch > epoch;
    if (message.kind === 'promise') return message.epoch === epoch && !!node.volatile?.shown;
    return message.epoch === epoch && isPrimary && message.length > 0;
  });
  return network.length === world.network.length ? world : { ...world, network };
}

/** Values that a client was told are written, and that the newest primary does not have. */
export function lostWrites({ nodes, history }: World<PrimaryBackup>): readonly string[] {
  const primaries = nodes.filter(({ durable }) => durable.isPrimary);
  if (primaries.length === 0) return [];
  const { epoch, log } = primaries.reduce((newest, node) =>
    node.durable.epoch > newest.durable.epoch ? node : newest,
  ).durable;
  // A newer one led, and has stepped aside for the next: this one was replaced, and has not heard of it.
  if (nodes.some(({ durable }) => durable.logEpoch > epoch)) return [];
  return history.flatMap((event) => {
    if (event.kind !== 'invoked' || log.some(({ operation }) => operation === event.operation)) return [];
    const isAcknowledged = history.some((other) => other.kind === 'returned' && other.operation === event.operation);
    return isAcknowledged ? [event.request] : [];
  });
}

const durability: Invariant<World<PrimaryBackup>> = {
  name: 'Durability',
  fault: (world) => {
    const [lost] = lostWrites(world);
    return lost === undefined ? null : `${lost} was acknowledged, and the newest primary does not have it`;
  },
};

const modeWithout: Readonly<Record<string, ReplicationMode>> = {
  noCopyAwaited: 'asynchronous',
  oneCopyAwaited: 'semiSynchronous',
};

/** A `ReplicationMode`; each of the two weak ones is a missing rule as well. */
const options: { readonly mode: ReplicationMode } = { mode: 'quorum' };

export const primaryBackupEntry: CatalogEntry<PrimaryBackup> = {
  id: 'primary-backup',
  name: 'Primary and backups',
  source:
    'Alsberg & Day 1976, A Principle for Resilient Sharing of Distributed Resources; Oki & Liskov 1988, Viewstamped Replication',
  brokenRules: {
    noCopyAwaited: 'Asynchronous: the primary acknowledges before any backup has the write.',
    oneCopyAwaited: 'Semi-synchronous: one backup has the write, and another may be promoted.',
    promotesWithoutMajority: 'A backup makes itself primary, and asks nobody.',
    newestLogIsNotTaken: 'A new primary keeps its own log, whatever the majority shows it.',
    oldPrimaryIsHeeded: 'A backup still takes the log of a primary that was replaced.',
  },
  options,
  observations: {
    writesAcknowledged: ({ history }) => history.filter(({ kind }) => kind === 'returned').length,
    /** Acknowledged, and not at the newest primary. */
    acknowledgedWritesLost: (world) => lostWrites(world).length,
    /** Replicas that are up and take themselves for the primary. */
    primaries: ({ nodes }) => nodes.filter(({ status, durable }) => status === 'up' && durable.isPrimary).length,
    /** The newest that a primary leads or wants to: how often another was promoted, or tried to be. */
    epoch: ({ nodes }) => Math.max(...nodes.map(({ durable }) => durable.epoch)),
  },
  example: (broken, _size, given) => {
    const weak = modeWithout[broken ?? ''];
    const { mode } = { ...options, ...(weak && { mode: weak }), ...given };
    const setup: Setup<PrimaryBackup> = {
      protocol: primaryBackup({
        replicas: 3,
        mode,
        broken: weak ? undefined : (broken as PrimaryBackupBroken | undefined),
      }),
      size: 4,
      budget: { ...noFaults, crashes: 1, fires: 2 },
      requests: [[], [], [], ['x']],
      sheltered: [3],
      keepsHistory: true,
    };
    return {
      setup,
      ...(broken === undefined && mode === 'quorum' && { withoutIdle: withoutIgnoredPackets }),
      timed: {
        link: { latency: [2, 10], loss: 0.05, duplication: 0.05 },
        faults: [
          { at: 30, move: { kind: 'crash', node: 0 } },
          { at: 400, move: { kind: 'restart', node: 0 } },
        ],
      },
      invariants: [durability],
      hasSettled: ({ waiting }) => waiting.every((operation) => operation === null),
    };
  },
};
