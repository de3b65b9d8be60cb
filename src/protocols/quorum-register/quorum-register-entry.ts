/** The quorum register's line of the catalog, and what is seen of it from outside. */
import type { Invariant } from '#simulator/check/invariants.ts';
import type { NodeId, OperationId } from '#simulator/protocol.ts';
import { noFaults, type Setup, type World } from '#simulator/world.ts';
import type { CatalogEntry } from '../catalog-entry.ts';
import { linearizabilityFault } from '../register-history.ts';
import { quorumRegister, type OpenOperation, type QuorumRegister } from './quorum-register.ts';

/**
 * The world without packets that can change nothing: answers to phases that are over, and questions whose answers would
 * be such. A search that takes it to stand for the full one meets far fewer states, and reaches the same histories.
 */
export function withoutIdlePackets(world: World<QuorumRegister>): World<QuorumRegister> {
  const isOpen = (client: NodeId, operation: OperationId, phase: OpenOperation['phase']): boolean => {
    const open = world.nodes[client]?.volatile?.open;
    return open?.operation === operation && open.phase === phase;
  };
  const network = world.network.filter(({ from, to, message }) => {
    if (message.kind === 'read') return isOpen(from, message.operation, 'ask');
    if (message.kind === 'value') return isOpen(to, message.operation, 'ask');
    return message.kind === 'written' ? isOpen(to, message.operation, 'store') : true;
  });
  return network.length === world.network.length ? world : { ...world, network };
}

const isOneAtATime = ({ waiting }: World<QuorumRegister>): boolean =>
  waiting.filter((operation) => operation !== null).length <= 1;

const linearizability: Invariant<World<QuorumRegister>> = { name: 'Linearizability', fault: linearizabilityFault };

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
  example: (broken) => {
    const isSloppy = broken === 'sloppyQuorum';
    const isShared = broken === 'versionIsNotAsked';
    const quorum = broken === 'quorumsDoNotOverlap' ? 1 : 2;
    const standIns = isSloppy ? 1 : 0;
    const read = { kind: 'read' } as const;
    const setup: Setup<QuorumRegister> = {
      protocol: quorumRegister({ replicas: 3, r: quorum, w: quorum, writesBack: broken !== 'noWriteBack', standIns }),
      size: 5 + standIns,
      budget: { ...noFaults, fires: isSloppy ? 1 : 0 },
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
      timed: { link: { latency: [2, 10], loss: 0.2, duplication: 0.1 }, thinkTime: [0, 20] },
      invariants: [linearizability],
      hasSettled: ({ nodes, waiting }) =>
        waiting.every((operation) => operation === null) && nodes.every(({ durable }) => durable.hints.length === 0),
    };
  },
};
