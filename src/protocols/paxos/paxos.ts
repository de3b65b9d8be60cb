/**
 * Single-decree Paxos (Lamport, Paxos Made Simple, 2001, §2): every node is proposer, acceptor and learner in one, and
 * is its own first acceptor. Left out: many instances, and the election of a leader; `leader` names one.
 */
import type { Effect, NodeId, OperationId, Protocol } from '#simulator/protocol.ts';

export interface PaxosOptions {
  /** The distinguished proposer (§2.4): the others hand it what their clients want. Everyone proposes, if absent. */
  readonly leader?: NodeId | undefined;
  /** The rule that is missing. */
  readonly broken?: PaxosRule | undefined;
}
export type PaxosRule =
  | 'acceptorsForgetPromises'
  | 'acceptorsIgnorePromises'
  | 'quorumOfOne'
  | 'proposersIgnorePromisedValues';

export interface Proposal {
  readonly ballot: number;
  readonly value: string;
}
/** `promised` in a rejection: the ballot that stands in the way. Lamport calls telling it an optimization (§2.2). */
export type PaxosMessage =
  | { readonly kind: 'Prepare'; readonly ballot: number }
  | { readonly kind: 'Promise'; readonly ballot: number; readonly accepted: Proposal | null }
  | { readonly kind: 'Accept'; readonly ballot: number; readonly value: string }
  | { readonly kind: 'Accepted'; readonly ballot: number }
  | { readonly kind: 'Reject'; readonly ballot: number; readonly promised: number }
  | { readonly kind: 'Propose' | 'Chosen'; readonly value: string };

export interface PaxosDurable {
  /** The acceptor's: the highest ballot it has promised to, 0 for none. */
  readonly promised: number;
  readonly accepted: Proposal | null;
  /** Every proposal it has accepted, by ballot: for those who watch, not for the protocol. */
  readonly votes: readonly Proposal[];
  /** The proposer's: its last ballot, and what it is to propose. `operation` is `null` for what another handed on. */
  readonly ballot: number;
  /** How many ballots it has begun: for those who watch. */
  readonly begun: number;
  readonly wants: { readonly operation: OperationId | null; readonly value: string } | null;
}
export interface PaxosVolatile {
  readonly phase: 'idle' | 'preparing' | 'accepting' | 'rejected';
  /** Who has promised, or accepted, in this phase, in order; with the newest proposal that a promise told of. */
  readonly answers: readonly NodeId[];
  readonly proposal: Proposal | null;
  /** The learner's. */
  readonly chosen: string | null;
  /** Here instead of on the disk where promises are forgotten. */
  readonly promised?: number;
}
export type Paxos = Protocol<PaxosDurable, PaxosVolatile, PaxosMessage, 'retry', string, string>;
type PaxosEffect = Effect<PaxosMessage, 'retry', string>;

/** A node in the middle of a step: what it holds, changed in place, and what it wants done. */
interface Node {
  readonly self: NodeId;
  readonly size: number;
  readonly rules: PaxosOptions;
  readonly effects: PaxosEffect[];
  promised: number;
  accepted: Proposal | null;
  votes: readonly Proposal[];
  ballot: number;
  begun: number;
  wants: PaxosDurable['wants'];
  phase: PaxosVolatile['phase'];
  answers: readonly NodeId[];
  proposal: Proposal | null;
  chosen: string | null;
}

const retry: PaxosEffect = { kind: 'setTimer', timer: 'retry', least: 40, most: 160 };

export function paxos(rules: PaxosOptions = {}): Paxos {
  const forgets = rules.broken === 'acceptorsForgetPromises';
  return {
    name: 'Paxos',
    format: () => ({ promised: 0, accepted: null, votes: [], ballot: 0, begun: 0, wants: null }),
    boot: ({ wants }) => ({
      volatile: { phase: 'idle', answers: [], proposal: null, chosen: null },
      effects: wants ? [retry] : [],
    }),
    step: (durable, volatile, event, { self, size }) => {
      const node: Node = { self, size, rules, effects: [], ...durable, ...volatile };
      if (event.kind === 'request') want(node, event.operation, event.request);
      if (event.kind === 'timer') tryAgain(node);
      if (event.kind === 'message') receive(node, event.from, event.message);
      const { promised, accepted, votes, ballot, begun, wants, phase, answers, proposal, chosen, effects } = node;
      const memory: PaxosVolatile = { phase, answers, proposal, chosen };
      return {
        durable: { promised: forgets ? 0 : promised, accepted, votes, ballot, begun, wants },
        volatile: forgets ? { ...memory, promised } : memory,
        effects,
      };
    },
    words: {
      message: (message) => {
        switch (message.kind) {
          case 'Promise':
            return message.accepted
              ? `Promise(${message.ballot}, has ${message.accepted.value})`
              : `Promise(${message.ballot})`;
          case 'Accept':
            return `Accept(${message.ballot}, ${message.value})`;
          case 'Propose':
          case 'Chosen':
            return `${message.kind}(${message.value})`;
          default:
            return `${message.kind}(${message.ballot})`;
        }
      },
      timer: (timer) => `${timer} timer`,
      request: (value) => `propose ${value}`,
      response: (value) => `${value} is chosen`,
      role: ({ ballot }, { phase, chosen }) =>
        chosen !== null
          ? `learned ${chosen}`
          : phase === 'idle'
            ? null
            : `${phase} ${phase === 'rejected' ? 'by ' : ''}${ballot}`,
      change: (before, after) => {
        const { accepted } = after.durable;
        if (accepted && accepted !== before.durable.accepted)
          return `accepted ${accepted.value} at ballot ${accepted.ballot}`;
        const promised = after.volatile.promised ?? after.durable.promised;
        return promised === (before.volatile.promised ?? before.durable.promised)
          ? null
          : `promised ballot ${promised}`;
      },
    },
  };
}

function want(node: Node, operation: OperationId | null, value: string): void {
  if (node.chosen !== null) {
    if (operation !== null) node.effects.push({ kind: 'respond', operation, response: node.chosen });
    return;
  }
  node.wants ??= { operation, value };
  tryAgain(node);
}

/** A ballot that was rejected, or lost in a crash, is followed by a higher one; one that is open is only asked for again. */
function tryAgain(node: Node): void {
  const { self, effects, rules, wants, phase, ballot, proposal, chosen } = node;
  if (chosen !== null || wants === null) return;
  effects.push(retry);
  if (rules.leader !== undefined && rules.leader !== self)
    effects.push({ kind: 'send', to: rules.leader, message: { kind: 'Propose', value: wants.value } });
  else if (phase === 'preparing') sendToOthers(node, { kind: 'Prepare', ballot });
  else if (phase === 'accepting' && proposal) sendToOthers(node, { kind: 'Accept', ballot, value: proposal.value });
  else prepare(node);
}

/** Phase 1 (a). Ballots of two proposers are never the same: of three, A's are 1, 4, 7 and B's are 2, 5, 8. */
function prepare(node: Node): void {
  const { self, size, promised } = node;
  let ballot = Math.max(promised, node.ballot) + 1;
  while ((ballot - 1) % size !== self) ballot++;
  node.ballot = ballot;
  node.begun++;
  node.phase = 'preparing';
  node.answers = [];
  node.proposal = null;
  node.promised = ballot;
  sendToOthers(node, { kind: 'Prepare', ballot });
  receivePromise(node, self, { kind: 'Promise', ballot, accepted: node.accepted });
}

function receive(node: Node, from: NodeId, message: PaxosMessage): void {
  const send = (answer: PaxosMessage): void => void node.effects.push({ kind: 'send', to: from, message: answer });
  switch (message.kind) {
    case 'Prepare': {
      const { ballot } = message;
      if (ballot < node.promised) return send({ kind: 'Reject', ballot, promised: node.promised });
      node.promised = ballot;
      return send({ kind: 'Promise', ballot, accepted: node.accepted });
    }
    case 'Accept': {
      const { ballot } = message;
      return send(
        accepts(node, message) ? { kind: 'Accepted', ballot } : { kind: 'Reject', ballot, promised: node.promised },
      );
    }
    case 'Promise':
      return receivePromise(node, from, message);
    case 'Accepted':
      return receiveAccepted(node, from, message.ballot);
    case 'Reject': {
      if (message.ballot !== node.ballot) return;
      node.phase = 'rejected';
      node.ballot = message.promised;
      node.answers = [];
      node.proposal = null;
      return;
    }
    case 'Propose':
      return node.chosen === null ? want(node, null, message.value) : send({ kind: 'Chosen', value: node.chosen });
    case 'Chosen':
      return learn(node, message.value);
  }
}

/** Phase 2 (b): an acceptor accepts unless it has promised to a higher ballot. */
function accepts(node: Node, { ballot, value }: Proposal): boolean {
  if (ballot < node.promised && node.rules.broken !== 'acceptorsIgnorePromises') return false;
  node.promised = Math.max(node.promised, ballot);
  node.accepted = { ballot, value };
  if (!node.votes.some((vote) => vote.ballot === ballot))
    node.votes = [...node.votes, node.accepted].sort((one, other) => one.ballot - other.ballot);
  return true;
}

/** Phase 2 (a): with a majority's promises, the value of the newest proposal they told of; one's own only if there is none. */
function receivePromise(
  node: Node,
  from: NodeId,
  { ballot, accepted }: Extract<PaxosMessage, { readonly kind: 'Promise' }>,
): void {
  const { self, wants, proposal } = node;
  if (node.phase !== 'preparing' || ballot !== node.ballot || wants === null) return;
  node.answers = withNode(node.answers, from);
  if (accepted && accepted.ballot > (proposal?.ballot ?? 0)) node.proposal = accepted;
  if (!isQuorum(node)) return;
  const heard = node.rules.broken === 'proposersIgnorePromisedValues' ? null : node.proposal;
  const value = heard?.value ?? wants.value;
  node.phase = 'accepting';
  node.proposal = { ballot, value };
  node.answers = [];
  sendToOthers(node, { kind: 'Accept', ballot, value });
  if (accepts(node, node.proposal)) receiveAccepted(node, self, ballot);
}

function receiveAccepted(node: Node, from: NodeId, ballot: number): void {
  if (node.phase !== 'accepting' || ballot !== node.ballot || node.proposal === null) return;
  node.answers = withNode(node.answers, from);
  if (!isQuorum(node)) return;
  const { value } = node.proposal;
  sendToOthers(node, { kind: 'Chosen', value });
  learn(node, value);
}

function learn(node: Node, value: string): void {
  const { effects, wants } = node;
  if (wants) effects.push({ kind: 'clearTimer', timer: 'retry' });
  if (wants && wants.operation !== null) effects.push({ kind: 'respond', operation: wants.operation, response: value });
  node.wants = null;
  node.phase = 'idle';
  node.answers = [];
  node.proposal = null;
  node.chosen = value;
}

const isQuorum = ({ answers, size, rules }: Node): boolean =>
  rules.broken === 'quorumOfOne' ? answers.length >= 1 : 2 * answers.length > size;

const withNode = (nodes: readonly NodeId[], node: NodeId): readonly NodeId[] =>
  nodes.includes(node) ? nodes : [...nodes, node].sort((one, other) => one - other);

function sendToOthers({ self, size, effects }: Node, message: PaxosMessage): void {
  for (let to = 0; to < size; to++) if (to !== self) effects.push({ kind: 'send', to, message });
}
