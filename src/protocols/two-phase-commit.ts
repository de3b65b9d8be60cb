/**
 * Two-phase commit, message by message (Gray 1978; as in Gray & Lamport 2006, §3): node 0 coordinates, the others take
 * part. Left out: acknowledgements, after which a coordinator could forget, and the work that is committed.
 */
import type { Invariant } from '#simulator/check/invariants.ts';
import type { Effect, NodeId, OperationId, Protocol } from '#simulator/protocol.ts';
import { noFaults, type Budget, type Setup, type World } from '#simulator/world.ts';
import type { CatalogEntry } from './catalog-entry.ts';

export type Outcome = 'commit' | 'abort';
export interface TwoPhaseCommitOptions {
  /** Participants that vote no. */
  readonly unwilling?: readonly NodeId[];
  /** The rule that is missing. */
  readonly broken?: 'participantAbortsAlone' | undefined;
}
export type TwoPhaseCommitMessage =
  | { readonly kind: 'Prepare' }
  | { readonly kind: 'Vote'; readonly yes: boolean }
  | { readonly kind: 'Decision'; readonly outcome: Outcome }
  /** From a participant in doubt, to everyone (cooperative termination: Bernstein, Hadzilacos & Goodman 1987, §7.4). */
  | { readonly kind: 'Inquire' };

export interface TwoPhaseCommitDurable {
  /** The coordinator's: whose request it is, from the first step on. */
  readonly operation: OperationId | null;
  /** The participant's vote, saved before it is sent. */
  readonly isPrepared: boolean;
  readonly outcome: Outcome | null;
}
/** The coordinator's: who has voted yes, in order. Lost in a crash; then the timer aborts. */
export interface TwoPhaseCommitVolatile {
  readonly votes: readonly NodeId[];
}
type Timer = 'vote' | 'inquiry';
export type TwoPhaseCommit = Protocol<
  TwoPhaseCommitDurable,
  TwoPhaseCommitVolatile,
  TwoPhaseCommitMessage,
  Timer,
  'commit',
  Outcome
>;
type Reaction = ReturnType<TwoPhaseCommit['step']>;
type TwoPhaseCommitEffect = Effect<TwoPhaseCommitMessage, Timer, Outcome>;

export const coordinator: NodeId = 0;

const voteTimer: TwoPhaseCommitEffect = { kind: 'setTimer', timer: 'vote', least: 60, most: 80 };
const inquiryTimer: TwoPhaseCommitEffect = { kind: 'setTimer', timer: 'inquiry', least: 80, most: 120 };

export function twoPhaseCommit({ unwilling = [], broken }: TwoPhaseCommitOptions = {}): TwoPhaseCommit {
  return {
    name: 'Two-phase commit',
    format: () => ({ operation: null, isPrepared: false, outcome: null }),
    boot: ({ operation, isPrepared, outcome }) => {
      const effects = outcome !== null ? [] : operation !== null ? [voteTimer] : isPrepared ? [inquiryTimer] : [];
      return { volatile: { votes: [] }, effects };
    },
    step: (durable, volatile, event, { self, size }) => {
      const still: Reaction = { durable, volatile, effects: [] };
      const others = Array.from({ length: size }, (_, to) => to).filter((to) => to !== self);
      const toOthers = (message: TwoPhaseCommitMessage): TwoPhaseCommitEffect[] =>
        others.map((to) => ({ kind: 'send', to, message }));

      /** For good, and told: the coordinator's decision to all, a participant's own to nobody who does not ask. */
      const decide = (outcome: Outcome): Reaction => {
        const effects: TwoPhaseCommitEffect[] =
          self === coordinator
            ? [{ kind: 'clearTimer', timer: 'vote' }, ...toOthers({ kind: 'Decision', outcome })]
            : [{ kind: 'clearTimer', timer: 'inquiry' }];
        if (durable.operation !== null)
          effects.push({ kind: 'respond', operation: durable.operation, response: outcome });
        return { durable: { ...durable, outcome }, volatile: { votes: [] }, effects };
      };

      if (event.kind === 'request') {
        const begun = { ...durable, operation: event.operation };
        return { durable: begun, volatile, effects: [...toOthers({ kind: 'Prepare' }), voteTimer] };
      }
      if (event.kind === 'timer') {
        if (event.timer === 'vote' || broken === 'participantAbortsAlone') return decide('abort');
        return { durable, volatile, effects: [...toOthers({ kind: 'Inquire' }), inquiryTimer] };
      }
      const { from, message } = event;
      switch (message.kind) {
        case 'Prepare': {
          if (durable.isPrepared || durable.outcome !== null) return still;
          const yes = !unwilling.includes(self);
          const vote: TwoPhaseCommitEffect = { kind: 'send', to: from, message: { kind: 'Vote', yes } };
          if (!yes) return { durable: { ...durable, outcome: 'abort' }, volatile, effects: [vote] };
          return { durable: { ...durable, isPrepared: true }, volatile, effects: [vote, inquiryTimer] };
        }
        case 'Vote': {
          if (durable.outcome !== null) return still;
          if (!message.yes) return decide('abort');
          const votes = volatile.votes.includes(from)
            ? volatile.votes
            : [...volatile.votes, from].sort((one, other) => one - other);
          return votes.length === size - 1 ? decide('commit') : { durable, volatile: { votes }, effects: [] };
        }
        case 'Decision':
          return durable.outcome === null ? decide(message.outcome) : still;
        case 'Inquire': {
          if (durable.outcome !== null)
            return {
              ...still,
              effects: [{ kind: 'send', to: from, message: { kind: 'Decision', outcome: durable.outcome } }],
            };
          // Who has not voted is free to abort, and thereby to free the one who asks. Who has voted is in doubt as well.
          if (self === coordinator || durable.isPrepared) return still;
          return {
            durable: { ...durable, outcome: 'abort' },
            volatile,
            effects: [{ kind: 'send', to: from, message: { kind: 'Decision', outcome: 'abort' } }],
          };
        }
      }
    },
    words: {
      message: (message) => {
        switch (message.kind) {
          case 'Vote':
            return message.yes ? 'Yes' : 'No';
          case 'Decision':
            return message.outcome === 'commit' ? 'Commit' : 'Abort';
          default:
            return message.kind;
        }
      },
      timer: (timer) => `${timer} timer`,
      request: () => 'commit',
      response: (outcome) => (outcome === 'commit' ? 'committed' : 'aborted'),
      role: ({ operation, isPrepared, outcome }) =>
        outcome
          ? outcome === 'commit'
            ? 'committed'
            : 'aborted'
          : operation !== null
            ? 'collects votes'
            : isPrepared
              ? 'prepared'
              : null,
      node: (self) => (self === coordinator ? 'Coordinator' : `P${self}`),
    },
  };
}

/** Participants that have voted yes and can learn the outcome from nobody who is up, nor from a message under way. */
export function blocked({ nodes, network }: World<TwoPhaseCommit>): readonly NodeId[] {
  const isInDoubt = (node: NodeId): boolean =>
    nodes[node]?.durable.isPrepared === true && nodes[node].durable.outcome === null;
  const canFree = nodes.some(
    ({ status, durable }, node) =>
      status === 'up' && !isInDoubt(node) && (node !== coordinator || durable.operation !== null),
  );
  if (canFree || network.some(({ message }) => message.kind === 'Decision')) return [];
  return nodes.map((_, node) => node).filter((node) => nodes[node]?.status === 'up' && isInDoubt(node));
}

const agreement: Invariant<World<TwoPhaseCommit>> = {
  name: 'All who decide, decide the same',
  fault: ({ nodes }) => {
    const outcomes = nodes.map(({ durable }) => durable.outcome);
    const [committed, aborted] = [outcomes.indexOf('commit'), outcomes.indexOf('abort')];
    return committed >= 0 && aborted >= 0 ? `node ${committed} has committed, node ${aborted} has aborted` : null;
  },
};

const validity: Invariant<World<TwoPhaseCommit>> = {
  name: 'Commit only if all have voted yes',
  fault: ({ nodes }) => {
    const hasCommitted = nodes.some(({ durable }) => durable.outcome === 'commit');
    const free = nodes.findIndex(({ durable }, node) => node !== coordinator && !durable.isPrepared);
    return hasCommitted && free >= 0 ? `node ${free} has not voted yes` : null;
  },
};

/** A coordinator whose client asks once, and its participants. */
export const twoPhaseCommitSetup = (
  participants: number,
  options: TwoPhaseCommitOptions,
  budget: Partial<Budget>,
): Setup<TwoPhaseCommit> => ({
  protocol: twoPhaseCommit(options),
  size: participants + 1,
  budget: { ...noFaults, ...budget },
  requests: Array.from({ length: participants + 1 }, (_, node) => (node === coordinator ? ['commit'] : [])),
  keepsHistory: false,
});

export const twoPhaseCommitEntry: CatalogEntry<TwoPhaseCommit> = {
  id: 'two-phase-commit',
  name: 'Two-phase commit',
  source: 'Gray & Lamport 2006, Consensus on Transaction Commit, §3',
  brokenRules: { participantAbortsAlone: 'A participant that has voted yes gives up waiting, and aborts by itself.' },
  observations: {
    /** Participants that have voted yes and that nobody who is up can free. */
    stuckParticipants: (world) => blocked(world).length,
    committed: ({ nodes }) => nodes.filter(({ durable }) => durable.outcome === 'commit').length,
    aborted: ({ nodes }) => nodes.filter(({ durable }) => durable.outcome === 'abort').length,
    /** Whether one has committed and another aborted. */
    disagreement: (world) => agreement.fault(world) !== null,
  },
  example: (broken) => ({
    setup: twoPhaseCommitSetup(2, { broken: broken as TwoPhaseCommitOptions['broken'] }, { crashes: 1, fires: 2 }),
    timed: {
      link: { latency: [5, 15], loss: 0.1, duplication: 0.1 },
      faults: [
        { at: 25, move: { kind: 'crash', node: coordinator } },
        { at: 400, move: { kind: 'restart', node: coordinator } },
      ],
    },
    invariants: [agreement, validity],
    hasSettled: ({ nodes, network }) =>
      network.length === 0 &&
      nodes.every(({ durable, status }) => status === 'up' && (!durable.isPrepared || durable.outcome !== null)) &&
      nodes[coordinator]?.durable.outcome !== null,
  }),
};
