import { describe, expect, it } from 'vitest';
import { sessionReadsEntry } from '#protocols/session-reads.ts';
import { brokenStory, expectGolden, searchForFault, story, timedMoves, wayToBreak } from '../support/protocol-runs.ts';

const sound = sessionReadsEntry.example();
const proof = searchForFault(sound, sound.withoutIdle);

describe('reads from followers', () => {
  it(`show a user their own post, and never less than before, in all ${proof.states} states of a post and three reads`, () => {
    expect(proof.kind).toBe('impossible');
  });

  it('hide a user’s own post where the token does not count it, and only that', () => {
    const careless = sessionReadsEntry.example('tokenIgnoresOwnPosts');
    const [own, monotonic] = careless.invariants.map((invariant) =>
      searchForFault({ ...careless, invariants: [invariant] }, careless.withoutIdle),
    );
    expect(own?.kind === 'found' && own.path.length).toBe(6);
    expect(monotonic?.kind).toBe('impossible');
  });

  it('run backwards for a reader where the token does not count what was read, and only that', () => {
    const careless = sessionReadsEntry.example('tokenIgnoresReads');
    const [own, monotonic] = careless.invariants.map((invariant) =>
      searchForFault({ ...careless, invariants: [invariant] }, careless.withoutIdle),
    );
    expect(own?.kind).toBe('impossible');
    expect(monotonic?.kind === 'found' && monotonic.path.length).toBe(10);
  });

  it('read as a story', () => {
    expectGolden(sessionReadsEntry, [
      story('A post, and who is behind keeps silent', sound.setup, timedMoves(sound.setup, 3, sound.timed, 30)),
      ...Object.keys(sessionReadsEntry.brokenRules).map((rule) =>
        brokenStory(
          sessionReadsEntry,
          rule,
          wayToBreak(sessionReadsEntry.example(rule), sessionReadsEntry.example(rule).withoutIdle),
        ),
      ),
    ]);
  });
});
