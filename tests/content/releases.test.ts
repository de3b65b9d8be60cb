import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issueLine } from '#content/issue.ts';
import { digestOf, nextLedger, releaseIssues } from '#content/releases.ts';
import type { Round } from '#content/puzzle.ts';
import { compareRevisions } from '#content/revision.ts';
import { courseOf, paths, puzzlePath, soundFixture, soundPuzzle, type Fixture } from './fixture.ts';

/** What is said after the sound course was released and then changed. */
function issuesOnceReleased(change: (fixture: Fixture) => void): string[] {
  const fixture = soundFixture();
  fixture.released = nextLedger(courseOf(fixture));
  change(fixture);
  return releaseIssues(courseOf(fixture)).map(issueLine);
}

const edited = (revision: object) => (fixture: Fixture) =>
  Object.assign(fixture.cards[1] ?? {}, { answer: 'Either of the two.' }, revision);
const at = (reason: string) => [`${paths.cards}: cards[1].rev: ${reason}`];

describe('after a release', () => {
  test('nothing changed is nothing to say', () => expect(issuesOnceReleased(() => undefined)).toEqual([]));

  test('an edit raises the revision', () => {
    expect(issuesOnceReleased(edited({}))).toEqual(at('it was edited since revision 1.0 was released; raise rev'));
    expect(issuesOnceReleased(edited({ rev: '1.1' }))).toEqual([]);
  });

  test('a major edit says why', () => {
    expect(issuesOnceReleased(edited({ rev: '2.0' }))).toEqual(
      at('revision 2.0 starts the card again, so revReason says why'),
    );
    expect(issuesOnceReleased(edited({ rev: '2.0', revReason: 'The old answer was wrong.' }))).toEqual([]);
  });

  test('a revision is never lowered', () => {
    const issues = issuesOnceReleased((fixture) => {
      Object.assign(fixture.released, { 'reply-is-lost': { ...fixture.released['reply-is-lost'], rev: '1.10' } });
      edited({ rev: '1.9' })(fixture);
    });
    expect(issues).toEqual(at('revision 1.9 is below 1.10, which was released'));
  });

  test('what is removed leaves a tombstone', () => {
    const remove = (fixture: Fixture) => fixture.cards.splice(2, 1);
    expect(issuesOnceReleased(remove)).toEqual([
      `${paths.released}: the card water-is-between was released and is gone; it needs a tombstone`,
    ]);
    const issues = issuesOnceReleased((fixture) => {
      remove(fixture);
      fixture.tombstones.push({ id: 'water-is-between', kind: 'card', reason: 'Too easy.' });
    });
    expect(issues).toEqual([]);
  });

  test('a puzzle is kept like all else, and what a search found is no edit of it', () => {
    const issues = (edit: (round: Round) => void) => {
      const fixture = soundFixture();
      fixture.puzzles.push(soundPuzzle());
      fixture.released = nextLedger(courseOf(fixture));
      edit(fixture.puzzles[0]?.rounds[0] as Round);
      return releaseIssues(courseOf(fixture)).map(issueLine);
    };
    expect(issues((round) => (round.truth = { kind: 'possible', par: 1, path: [1], states: 2 }))).toEqual([]);
    expect(issues((round) => (round.ask = 'Let three meet.'))).toEqual([
      `${puzzlePath('both-ways-at-once')}: rev: it was edited since revision 1.0 was released; raise rev`,
    ]);
  });

  test('an id with a tombstone is not used again', () => {
    expect(
      issuesOnceReleased(({ tombstones }) => tombstones.push({ id: 'reply-is-lost', kind: 'card', reason: 'Wrong.' })),
    ).toEqual(at('the id reply-is-lost has a tombstone and is not used again'));
  });

  test('an id does not come to mean another kind of thing', () => {
    const issues = issuesOnceReleased((fixture) => {
      fixture.cards.splice(2, 1);
      Object.assign(fixture.concepts[1] ?? {}, { id: 'water-is-between', rev: '1.1' });
      fixture.tombstones.push({ id: 'bridge', kind: 'concept', reason: 'Renamed.' });
    });
    expect(issues).toEqual([`${paths.concepts}: concepts[1].rev: the id water-is-between was released as a card`]);
  });
});

test('with an empty ledger nothing has been released, and nothing is amiss', () => {
  expect(releaseIssues(courseOf(soundFixture()))).toEqual([]);
});

test('the ledger remembers what is gone', () => {
  const fixture = soundFixture();
  fixture.released = { 'old-card': { kind: 'card', rev: '1.2', digest: 'x' } };
  fixture.tombstones.push({ id: 'old-card', kind: 'card', reason: 'Wrong.' });
  expect(nextLedger(courseOf(fixture))).toMatchObject({
    'old-card': { kind: 'card', rev: '1.2' },
    'ferry-needs-two': { kind: 'card', rev: '1.0' },
  });
});

test('a digest is of what is said, not of its revision or the order of its keys', () => {
  const card = { ...soundFixture().cards[1], id: 'reply-is-lost' };
  const backwards = Object.fromEntries(Object.entries(card).toReversed());
  expect(digestOf({ ...backwards, id: card.id, rev: '1.4', revReason: 'Why not.' })).toBe(digestOf(card));
  const reworded = { ...card, answer: 'Something else.' };
  const unsourced = { ...card, sources: [] };
  expect(new Set([card, reworded, unsourced].map(digestOf)).size).toBe(3);
});

test('revisions are numbers, not text', () => {
  const part = fc.nat({ max: 300 });
  fc.assert(
    fc.property(part, part, part, part, (a, b, c, d) => {
      expect(Math.sign(compareRevisions(`${a}.${b}`, `${c}.${d}`))).toBe(Math.sign(a * 1000 + b - (c * 1000 + d)));
    }),
  );
});
