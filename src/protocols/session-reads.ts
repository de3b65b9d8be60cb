/**
 * A leader that takes posts and sends its log to followers when it gets to it, and users who read from whichever follower
 * answers first. A token says how much a user has seen: who has less does not answer. Left out: a leader that fails, and
 * reads from the leader.
 */
import { eventsOf } from '#simulator/check/history.ts';
import type { Invariant } from '#simulator/check/invariants.ts';
import { sessionViolations, type Guarantee, type SessionEvent } from '#simulator/check/sessions.ts';
import type { Effect, NodeId, OperationId, Protocol } from '#simulator/protocol.ts';
import { noFaults, type World } from '#simulator/world.ts';
import type { CatalogEntry } from './catalog-entry.ts';

export interface SessionReadsOptions {
  readonly followers: number;
  readonly broken?: SessionReadsBroken | undefined;
}
export type SessionReadsBroken = 'tokenIgnoresOwnPosts' | 'tokenIgnoresReads';

export type SessionReadsRequest = { readonly kind: 'post'; readonly value: string } | { readonly kind: 'read' };
/** `posts`: those that the answering replica had. */
export interface SessionReadsResponse {
  readonly kind: 'posted' | 'read';
  readonly posts: readonly string[];
}
type SessionReadsMessage =
  | { readonly kind: 'post'; readonly operation: OperationId; readonly value: string }
  /** `token`: how many posts an answer must have. */
  | { readonly kind: 'read'; readonly operation: OperationId; readonly token: number }
  | { readonly kind: 'log'; readonly posts: readonly string[] }
  | { readonly kind: 'answer'; readonly operation: OperationId; readonly response: SessionReadsResponse };
type SessionReadsTimer = 'replicate' | 'retry';

/** A replica's log. */
export interface SessionReadsDurable {
  readonly posts: readonly string[];
}
/** A user's. */
export interface SessionReadsVolatile {
  readonly open: { readonly operation: OperationId; readonly request: SessionReadsRequest } | null;
  readonly token: number;
}
export type SessionReads = Protocol<
  SessionReadsDurable,
  SessionReadsVolatile,
  SessionReadsMessage,
  SessionReadsTimer,
  SessionReadsRequest,
  SessionReadsResponse
>;
type SessionReadsEffect = Effect<SessionReadsMessage, SessionReadsTimer, SessionReadsResponse>;
type Reaction = ReturnType<SessionReads['step']>;

const leader: NodeId = 0;
const replicates: SessionReadsEffect = { kind: 'setTimer', timer: 'replicate', least: 10, most: 15 };
const send = (to: NodeId, message: SessionReadsMessage): SessionReadsEffect => ({ kind: 'send', to, message });
const answer = (
  to: NodeId,
  { operation }: { readonly operation: OperationId },
  response: SessionReadsResponse,
): SessionReadsEffect => send(to, { kind: 'answer', operation, response });

/** Node 0 is the leader, then followers, then users. Tokens: Terry et al. 1994, §4; MongoDB and others carry them as a time. */
export function sessionReads({ followers, broken }: SessionReadsOptions): SessionReads {
  const isReplica = (self: NodeId): boolean => self <= followers;
  const toFollowers = (message: SessionReadsMessage): SessionReadsEffect[] =>
    Array.from({ length: followers }, (_, place) => send(place + 1, message));
  const asks = ({ open, token }: SessionReadsVolatile): SessionReadsEffect[] => {
    if (open === null) return [];
    const { operation, request } = open;
    const question =
      request.kind === 'post'
        ? [send(leader, { ...request, operation })]
        : toFollowers({ kind: 'read', operation, token });
    return [...question, { kind: 'setTimer', timer: 'retry', least: 30, most: 40 }];
  };
  const seen = ({ kind, posts }: SessionReadsResponse, token: number): number =>
    broken === (kind === 'posted' ? 'tokenIgnoresOwnPosts' : 'tokenIgnoresReads')
      ? token
      : Math.max(token, posts.length);

  const atReplica = ({ posts }: SessionReadsDurable, from: NodeId, message: SessionReadsMessage): Reaction => {
    const holds = (held: readonly string[], effects: readonly SessionReadsEffect[]): Reaction => ({
      durable: { posts: held },
      volatile: idle,
      effects,
    });
    switch (message.kind) {
      case 'post': {
        const held = posts.includes(message.value) ? posts : [...posts, message.value];
        return holds(held, [answer(from, message, { kind: 'posted', posts: held })]);
      }
      case 'log':
        return holds(message.posts.length > posts.length ? message.posts : posts, []);
      case 'read':
        // Who is behind what the user has seen keeps silent: the user asks again, or another answers.
        return holds(posts, posts.length < message.token ? [] : [answer(from, message, { kind: 'read', posts })]);
      default:
        return holds(posts, []);
    }
  };

  const atUser = (
    durable: SessionReadsDurable,
    volatile: SessionReadsVolatile,
    message: SessionReadsMessage,
  ): Reaction => {
    if (message.kind !== 'answer' || volatile.open?.operation !== message.operation)
      return { durable, volatile, effects: [] };
    const { operation, response } = message;
    return {
      durable,
      volatile: { open: null, token: seen(response, volatile.token) },
      effects: [
        { kind: 'clearTimer', timer: 'retry' },
        { kind: 'respond', operation, response },
      ],
    };
  };

  return {
    name: 'Reads from followers',
    format: () => ({ posts: [] }),
    boot: (_, { self }) => ({ volatile: idle, effects: self === leader ? [replicates] : [] }),
    step: (durable, volatile, event, { self }) => {
      if (event.kind === 'request') {
        const asking = { ...volatile, open: { operation: event.operation, request: event.request } };
        return { durable, volatile: asking, effects: asks(asking) };
      }
      if (event.kind === 'timer') {
        const { posts } = durable;
        const effects =
          self === leader
            ? [...(posts.length > 0 ? toFollowers({ kind: 'log', posts }) : []), replicates]
            : asks(volatile);
        return { durable, volatile, effects };
      }
      return isReplica(self) ? atReplica(durable, event.from, event.message) : atUser(durable, volatile, event.message);
    },
    words: {
      message: (message) => {
        switch (message.kind) {
          case 'post':
            return `Post(${message.value})`;
          case 'read':
            return message.token > 0 ? `Read(at least ${message.token})` : 'Read';
          case 'log':
            return `Log(${listed(message.posts)})`;
          case 'answer':
            return message.response.kind === 'posted' ? 'Posted' : `Posts(${listed(message.response.posts)})`;
        }
      },
      timer: (timer) => `${timer} timer`,
      request: requestText,
      response: ({ kind, posts }) => (kind === 'posted' ? kind : `reads ${listed(posts)}`),
      role: ({ posts }, { open }) => (open ? 'waits' : posts.length > 0 ? `has ${listed(posts)}` : null),
      node: (self) =>
        self === leader
          ? 'Leader'
          : isReplica(self)
            ? `Follower ${self}`
            : (['Ann', 'Ben'][self - followers - 1] ?? `User ${self - followers}`),
    },
  };
}

const idle: SessionReadsVolatile = { open: null, token: 0 };
const listed = (posts: readonly string[]): string => posts.join(', ') || 'nothing';
const requestText = (request: SessionReadsRequest): string =>
  request.kind === 'post' ? `post ${request.value}` : 'read';

/** What each user did, and what the replica had that answered. */
function sessionsOf(world: World<SessionReads>): readonly SessionEvent[] {
  const events = eventsOf<SessionReads, SessionReadsRequest & { readonly sees?: readonly string[] }>(
    world,
    (request) => request,
    (request, { posts }) => ({ kind: 'ok', op: { ...request, sees: posts } }),
  );
  return events.flatMap(({ process, op }): SessionEvent[] => {
    const { sees } = op;
    if (sees === undefined) return [];
    return [op.kind === 'read' ? { process, kind: 'read', sees } : { process, kind: 'write', id: op.value, sees }];
  });
}

const breachOf = (world: World<SessionReads>, guarantee: Guarantee) =>
  sessionViolations(sessionsOf(world)).find((violation) => violation.guarantee === guarantee);

/** Terry et al. 1994, §3. */
const promised = (name: string, guarantee: Guarantee): Invariant<World<SessionReads>> => ({
  name,
  fault: (world) => {
    const breach = breachOf(world, guarantee);
    return breach
      ? `a read does not show ${breach.missing}, which its user had ${guarantee === 'monotonicReads' ? 'read' : 'posted'} before`
      : null;
  },
});
const readYourWrites = promised('Read your writes', 'readYourWrites');
const monotonicReads = promised('Monotonic reads', 'monotonicReads');

/** The world without questions and answers of operations that are over, and logs that the follower has: they only grow. */
function withoutOldQuestions(world: World<SessionReads>): World<SessionReads> {
  const network = world.network.filter(({ from, to, message }) => {
    if (message.kind === 'post') return true;
    if (message.kind === 'log') return message.posts.length > (world.nodes[to]?.durable.posts.length ?? 0);
    const user = message.kind === 'read' ? from : to;
    return world.nodes[user]?.volatile?.open?.operation === message.operation;
  });
  return network.length === world.network.length ? world : { ...world, network };
}

const brokenRules: Record<SessionReadsBroken, string> = {
  tokenIgnoresOwnPosts: 'The token does not count what the user has posted.',
  tokenIgnoresReads: 'The token does not count what the user has read.',
};

export const sessionReadsEntry: CatalogEntry<SessionReads> = {
  id: 'session-reads',
  name: 'Reads from followers',
  source: 'Terry et al. 1994, Session Guarantees for Weakly Consistent Replicated Data, §3–4',
  brokenRules,
  observations: {
    /** Whether a user has read without their own post, and whether one has read less than before. */
    ownPostMissed: (world) => readYourWrites.fault(world) !== null,
    timeRanBackwards: (world) => monotonicReads.fault(world) !== null,
    /** Followers whose log is shorter than the leader’s. */
    followersBehind: ({ nodes }) => {
      const posts = nodes[leader]?.durable.posts.length ?? 0;
      return nodes.slice(1, 3).filter(({ durable }) => durable.posts.length < posts).length;
    },
    postsMade: ({ nodes }) => nodes[leader]?.durable.posts.length ?? 0,
    readsAnswered: ({ history }) =>
      history.filter((event) => event.kind === 'returned' && event.response.kind === 'read').length,
  },
  example: (broken) => ({
    setup: {
      protocol: sessionReads({ followers: 2, broken: broken as SessionReadsBroken | undefined }),
      size: 5,
      budget: { ...noFaults, fires: 1 },
      requests: [[], [], [], [{ kind: 'post', value: 'x' }, { kind: 'read' }], [{ kind: 'read' }, { kind: 'read' }]],
      sheltered: [3, 4],
      keepsHistory: true,
    },
    timed: { link: { latency: [2, 10], loss: 0.1, duplication: 0.1 }, thinkTime: [5, 20] },
    withoutIdle: withoutOldQuestions,
    invariants: [readYourWrites, monotonicReads],
    hasSettled: ({ asked, waiting, nodes }) =>
      asked[3] === 2 &&
      asked[4] === 2 &&
      waiting.every((operation) => operation === null) &&
      nodes.slice(0, 3).every(({ durable }) => durable.posts.length === 1),
  }),
};
