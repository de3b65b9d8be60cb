import { describe, expect, it } from 'vitest';
import { quorumRegisterEntry, withoutIdlePackets } from '#protocols/quorum-register/quorum-register-entry.ts';
import {
  quorumRegister,
  type QuorumRegister,
  type QuorumRegisterOptions,
} from '#protocols/quorum-register/quorum-register.ts';
import { linearizabilityFault, newThenOld, staleReads, type RegisterRequest } from '#protocols/register-history.ts';
import { search } from '#simulator/search.ts';
import { systemOf } from '#simulator/system.ts';
import { noFaults, type Setup, type World } from '#simulator/world.ts';
import {
  brokenStory,
  expectGolden,
  searchForFault,
  story,
  timedMoves,
  unsettled,
  wayToBreak,
} from '../support/protocol-runs.ts';

const sound = quorumRegisterEntry.example();
const proof = searchForFault(sound, withoutIdlePackets);
const broken = Object.keys(quorumRegisterEntry.brokenRules);
const read: RegisterRequest = { kind: 'read' };
const write = (value: string): RegisterRequest => ({ kind: 'write', value });

/** Three replicas, and clients from node 3 on. */
const cluster = (
  options: Partial<QuorumRegisterOptions>,
  ...clients: readonly RegisterRequest[][]
): Setup<QuorumRegister> => ({
  protocol: quorumRegister({ replicas: 3, r: 2, w: 2, writesBack: false, ...options }),
  size: 3 + clients.length,
  budget: { ...noFaults, fires: 0 },
  requests: [[], [], [], ...clients],
  keepsHistory: true,
});
const reach = (setup: Setup<QuorumRegister>, goal: (world: World<QuorumRegister>) => boolean) =>
  search(systemOf(setup), goal, { limit: 100_000, representative: withoutIdlePackets }).kind;
const isStale = (world: World<QuorumRegister>) => staleReads(world).length > 0;

describe('a quorum register', () => {
  it(`with write-back is linearizable in all ${proof.states} states of a write and two reads on three replicas`, () => {
    expect(proof.kind).toBe('impossible');
  });

  it('reads a stale value after an acknowledged write where R + W is not more than N, and only there', () => {
    const stale = (r: number, w: number) => reach(cluster({ r, w }, [write('x')], [read]), isStale);
    expect([stale(1, 1), stale(1, 2), stale(2, 2), stale(1, 3)]).toEqual([
      'found',
      'found',
      'impossible',
      'impossible',
    ]);
  });

  it('shows one client the new value and then the old, though R + W is more than N', () => {
    const setup = cluster({}, [write('x')], [read, read]);
    expect(reach(setup, (world) => newThenOld(world).length > 0)).toBe('found');
  });

  it('orders two writers only if they ask for the largest version first', () => {
    const writers = (asksVersion: boolean) => cluster({ asksVersion }, [write('x')], [write('y'), read]);
    const isFaulty = (world: World<QuorumRegister>) => linearizabilityFault(world) !== null;
    const oneAfterTheOther = (asksVersion: boolean) =>
      search(systemOf(writers(asksVersion)), isFaulty, {
        limit: 100_000,
        representative: withoutIdlePackets,
        allow: (move, { waiting }) => move.kind !== 'request' || waiting.every((operation) => operation === null),
      }).kind;
    expect(oneAfterTheOther(true)).toBe('impossible');
    expect(searchForFault(quorumRegisterEntry.example('versionIsNotAsked'), withoutIdlePackets).kind).toBe('found');
  });

  it('counts a stand-in for its replica: once the hint is handed off, no later read is stale', () => {
    const setup: Setup<QuorumRegister> = {
      ...cluster({ standIns: 1 }),
      size: 6,
      budget: { ...noFaults, fires: 2 },
      requests: [[], [], [], [], [write('x')], [read]],
    };
    const hasNoHint = ({ nodes }: World<QuorumRegister>) => nodes.every(({ durable }) => durable.hints.length === 0);
    const isWithin = (world: World<QuorumRegister>) =>
      world.asked[5] === 0 || (hasNoHint(world) && world.history.events.some(({ kind }) => kind === 'returned'));
    const later = search(systemOf(setup, isWithin), isStale, { limit: 100_000, representative: withoutIdlePackets });
    expect(later.kind).toBe('impossible');
  });

  it('hands off what stand-ins hold once the link is healed', () => {
    const sloppy = quorumRegisterEntry.example('sloppyQuorum');
    const faults = [
      { at: 0, move: { kind: 'cut', between: [0, 4] } as const },
      { at: 0, move: { kind: 'cut', between: [1, 4] } as const },
      { at: 300, move: { kind: 'heal', between: [0, 4] } as const },
      { at: 300, move: { kind: 'heal', between: [1, 4] } as const },
    ];
    expect(unsettled({ ...sloppy, invariants: [], timed: { ...sloppy.timed, faults } }, 2_000)).toEqual([]);
  });

  it('reads as a story', () => {
    expectGolden(quorumRegisterEntry, [
      story('A write, and reads that store what they found', sound.setup, timedMoves(sound.setup, 1, sound.timed, 30)),
      ...broken.map((rule) =>
        brokenStory(quorumRegisterEntry, rule, wayToBreak(quorumRegisterEntry.example(rule), withoutIdlePackets)),
      ),
    ]);
  });
});
