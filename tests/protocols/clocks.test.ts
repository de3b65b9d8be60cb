import { describe, expect, it } from 'vitest';
import {
  clockCondition,
  clocks,
  clocksEntry,
  isEffectBeforeCause,
  isOrderInvented,
  type Clocks,
} from '#protocols/clocks.ts';
import { compareTimestamps, mergedTimestamp, nextTimestamp, type ClockKind } from '#protocols/timestamps.ts';
import { search } from '#simulator/search.ts';
import { systemOf } from '#simulator/system.ts';
import { noFaults, type Setup, type World } from '#simulator/world.ts';
import { brokenStory, expectGolden, searchForFault, story, timedMoves } from '../support/protocol-runs.ts';

const sound = clocksEntry.example();
const proof = searchForFault(sound);
const broken = Object.keys(clocksEntry.brokenRules);

const talk = (kind: ClockKind): Setup<Clocks> => ({
  protocol: clocks({ kind }),
  size: 3,
  budget: { ...noFaults, ticks: 2 },
  requests: [[{ name: 'question', to: 1 }], [{ name: 'answer', to: 2 }], [{ name: 'look', to: null }]],
  keepsHistory: false,
});
const reach = (kind: ClockKind, goal: (kind: ClockKind, world: World<Clocks>) => boolean) =>
  search(systemOf(talk(kind)), (world) => goal(kind, world), { limit: 200_000 }).kind;

describe('clocks', () => {
  it(`with Lamport's rules, no effect is stamped before its cause in all ${proof.states} states of three processes`, () => {
    expect(proof.kind).toBe('impossible');
  });

  it.each(broken)('are caught where the rule is missing: %s', (rule) => {
    expect(searchForFault(clocksEntry.example(rule)).kind).toBe('found');
  });

  it('say that the effect came before its cause only if they are physical', () => {
    expect(
      (['physical', 'lamport', 'vector', 'hybrid'] as const).map((kind) => reach(kind, isEffectBeforeCause)),
    ).toEqual(['found', 'impossible', 'impossible', 'impossible']);
  });

  it('keep the Clock Condition, all but the physical', () => {
    const fault = (kind: ClockKind) => reach(kind, (_, world) => clockCondition(kind).fault(world) !== null);
    expect([fault('lamport'), fault('vector'), fault('hybrid')]).toEqual(['impossible', 'impossible', 'impossible']);
  });

  it('order events that had nothing to do with each other, all but vectors', () => {
    expect((['lamport', 'hybrid', 'vector'] as const).map((kind) => reach(kind, isOrderInvented))).toEqual([
      'found',
      'found',
      'impossible',
    ]);
  });

  it('read as a story', () => {
    expectGolden(clocksEntry, [
      story(
        'Lamport clocks: each receipt moves past the stamp of its message',
        sound.setup,
        timedMoves(sound.setup, 1, sound.timed, 20),
      ),
      ...broken.map((rule) => brokenStory(clocksEntry, rule)),
    ]);
  });
});

describe('a hybrid timestamp', () => {
  it('follows the clock while it runs ahead, and counts while it does not', () => {
    expect(nextTimestamp('hybrid', [5, 2], 0, 7)).toEqual([7, 0]);
    expect(nextTimestamp('hybrid', [5, 2], 0, 5)).toEqual([5, 3]);
    expect(nextTimestamp('hybrid', mergedTimestamp('hybrid', [5, 2], [9, 4]), 0, 7)).toEqual([9, 5]);
    expect(compareTimestamps('hybrid', [9, 1], [9, 0])).toBe('after');
  });
});
