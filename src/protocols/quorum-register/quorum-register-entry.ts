/** The quorum register's line of the catalog, and what is seen of it from outside. */
import type { Invariant } from '#simulator/check/invariants.ts';
import type { NodeId, OperationId } from '#simulator/protocol.ts';
import type { Renaming } from '#simulator/symmetry.ts';
import { noFaults, type Setup, type World } from '#simulator/world.ts';
import type { CatalogEntry } from '../catalog-entry.ts';
import { linearizabilityFault, registerObservations } from '../register-history.ts';
import { isNewer, quorumRegister, type OpenOperation, type QuorumRegister } from './quorum-register.ts';

/**
 * The world without packets that can change nothing: answers to phases that are over, and questions whose answers would
 * be such, and writes that the replica has seen or has replaced. A search that takes it to stand for the full one meets
 * far fewer states, and reaches the same histories.
 */
export function withoutIdlePackets(world: World<QuorumRegister>): World<QuorumRegister> {
  const isOpen = (client: NodeId, operation: OperationId, phase: OpenOperation['phase']): boolean => {
    const open = world.nodes[client]?.volatile?.open;
    return open?.operation === operation && open.phase === phase;
  };
  const network = world.network.filter(({ from, to, message }) => {
    if (message.kind === 'read') return isOpen(from, message.operation, 'ask');
    if (message.kind === 'value') return isOpen(to, message.operation, 'ask');
    if (message.kind === 'written') return isOpen(to, message.operation, 'store');
    if (message.kind !== 'write' || message.home !== null) return true;
    return isOpen(from, message.operation, 'store') || isNewer(message.held, world.nodes[to]?.durable.held);
  });
  return network.length === world.network.length ? world : { ...world, network };
}

/** Other names of replicas, wherever a client or a stand-in has written them down. */
const renaming: Renaming<QuorumRegister> = {
  durable: ({ held, hints }, to) => ({
    held,
    hints: hints.map((hint) => ({ ...hint, home: to(hint.home) })).sort((one, other) => one.home - other.home),
  }),
  volatile: ({ open }, to) => ({
    open: open && { ...open, heard: open.heard.map(to).sort((one, other) => one - other) },
  }),
  message: (message, to) =>
    message.kind === 'write' && message.home !== null ? { ...message, home: to(message.home) } : message,
};

const isOneAtATime = ({ waiting }: World<QuorumRegister>): boolean =>
  waiting.filter((operation) => operation !== null).length <= 1;

const linearizability: Invariant<World<QuorumRegister>> = { name: 'Linearizability', fault: linearizabilityFault };

/** R, W, and the other choices of the protocol; each rule that is missing has its own. */
const options = { r: 2, w: 2, writesBack: true, asksVersion: false, standIns: 0 };

const optionsWithout: Readonly<Record<string, Partial<typeof options>>> = {
  quorumsDoNotOverlap: { r: 1, w: 1 },
  noWriteBack: { writesBack: false },
  sloppyQuorum: { standIns: 1 },
};

export const quorumRegisterEntry: CatalogEntry<QuorumRegister> = {
  id: 'quorum-register',
  name: 'Quorum register',
  source:
    'Attiya, Bar-Noy & Dolev 1995, Sharing Memory Robustly in Message-Passing Systems; DeCandia et al. 2007, Dynamo, §4.5–4.6',
  brokenRules: {
    quorumsDoNotOverlap: 'R + W is not more than N: a read may ask none of the replicas that were written.',
    noWriteBack: 'A read does not store what it found before it answers.',
    sloppyQuorum: 'Stand-ins count towards W: a quorum may hold none of the replicas that are read.',
    versionIsNotAsked: 'A writer among several counts its own versions, and does not ask for the largest.',
  },
  options,
  observations: {
    ...registerObservations,
    /** Values that stand-ins keep for replicas, and have not handed off. */
    hintsKept: ({ nodes }) => nodes.reduce((sum, { durable }) => sum + durable.hints.length, 0),
  },
  example: (broken, _size, given) => {
    const isSloppy = broken === 'sloppyQuorum';
    const isShared = broken === 'versionIsNotAsked';
    const chosen = { ...options, ...optionsWithout[broken ?? ''], ...given };
    const { standIns } = chosen;
    const read = { kind: 'read' } as const;
    const setup: Setup<QuorumRegister> = {
      protocol: quorumRegister({ replicas: 3, ...chosen }),
      size: 5 + standIns,
      budget: { ...noFaults, fires: standIns > 0 ? 1 : 0 },
      requests: [
        ...Array.from({ length: 3 + standIns }, () => []),
        isShared ? [{ kind: 'write', value: 'x' }, read] : [{ kind: 'write', value: 'x' }],
        isShared ? [{ kind: 'write', value: 'y' }] : isSloppy ? [read] : [read, read],
      ],
      sheltered: [3 + standIns, 4 + standIns],
      keepsHistory: true,
    };
    return {
      setup,
      // What these two lack is missed by operations one after the other; the search is shorter then.
      ...((isSloppy || isShared) && { within: isOneAtATime, bounds: ['one operation at a time'] }),
      // A stand-in stands in for one replica rather than another: they are not alike then.
      ...(standIns === 0 && { symmetry: { groups: [[0, 1, 2]], renaming } }),
      withoutIdle: withoutIdlePackets,
      timed: { link: { latency: [2, 10], loss: 0.2, duplication: 0.1 }, thinkTime: [0, 20] },
      invariants: [linearizability],
      hasSettled: ({ nodes, waiting }) =>
        waiting.every((operation) => operation === null) && nodes.every(({ durable }) => durable.hints.length === 0),
    };
  },
};
