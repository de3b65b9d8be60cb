import { describe, expect, it } from 'vitest';
import { isLostEverywhere, lastWriterWinsEntry } from '#protocols/last-writer-wins.ts';
import { search } from '#simulator/search.ts';
import { systemOf } from '#simulator/system.ts';
import { brokenStory, expectGolden, searchForFault, story, timedMoves } from '../support/protocol-runs.ts';

const sound = lastWriterWinsEntry.example();
const proof = searchForFault(sound);
const broken = Object.keys(lastWriterWinsEntry.brokenRules);

describe('last writer wins', () => {
  it(`with hybrid logical clocks, a write wins over what its writer had read in all ${proof.states} states`, () => {
    expect(proof.kind).toBe('impossible');
  });

  it.each(broken)('it may lose at once where the rule is missing: %s', (rule) => {
    expect(searchForFault(lastWriterWinsEntry.example(rule)).kind).toBe('found');
  });

  it('loses an acknowledged write on every node even with hybrid logical clocks, where nobody had seen it', () => {
    const lost = search(systemOf(sound.setup), (world) => isLostEverywhere(world, 'x'), { limit: 100_000 });
    expect(lost.kind).toBe('found');
  });

  it('reads as a story', () => {
    const { clockRates: _, ...still } = sound.timed;
    expectGolden(lastWriterWinsEntry, [
      story(
        'Two write at the same time by their clocks, and one write is gone',
        sound.setup,
        timedMoves(sound.setup, 3, still, 20),
      ),
      ...broken.map((rule) => brokenStory(lastWriterWinsEntry, rule)),
    ]);
  });
});
