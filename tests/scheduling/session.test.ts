import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grades } from '#scheduling/memory.ts';
import {
  currentCard,
  gradeCurrent,
  removeCard,
  type Session,
  sessionCounts,
  startSession,
  undoStep,
} from '#scheduling/session.ts';

const sessionOf = (cards: string): Session => startSession([...cards].map((card) => ({ card, isNew: false })));
const waitingIn = (session: Session): string => session.waiting.map(({ card }) => card).join('');

const step = fc.oneof(fc.constantFrom(...grades), fc.constantFrom('remove a', 'remove c', 'remove f'));
type Step = (typeof grades)[number] | `remove ${string}`;

const take = (session: Session, move: Step): Session =>
  move === 'again' || move === 'hard' || move === 'good' || move === 'easy'
    ? gradeCurrent(session, move)
    : removeCard(session, move.slice('remove '.length));

test('a graded card leaves and the next one opens', () => {
  const session = gradeCurrent(sessionOf('abc'), 'good');
  expect(currentCard(session)?.card).toBe('b');
  expect(waitingIn(session)).toBe('bc');
});

test('Hard is never a fail: the card leaves', () => {
  expect(waitingIn(gradeCurrent(sessionOf('abc'), 'hard'))).toBe('bc');
});

test('a forgotten card returns after three others', () => {
  expect(waitingIn(gradeCurrent(sessionOf('abcdef'), 'again'))).toBe('bcdaef');
});

test('near the end a forgotten card returns as the last', () => {
  expect(waitingIn(gradeCurrent(sessionOf('abc'), 'again'))).toBe('bca');
  expect(waitingIn(gradeCurrent(sessionOf('a'), 'again'))).toBe('a');
});

test('a new card that returns is no longer new', () => {
  const session = gradeCurrent(startSession([{ card: 'a', isNew: true }]), 'again');
  expect(currentCard(session)).toEqual({ card: 'a', isNew: false });
});

test('the counter moves with every answer, and a forgotten card adds one to the whole', () => {
  const start = sessionOf('abcdef');
  expect(sessionCounts(start)).toEqual({ at: 1, of: 6 });
  const second = gradeCurrent(start, 'good');
  expect(sessionCounts(second)).toEqual({ at: 2, of: 6 });
  expect(sessionCounts(gradeCurrent(second, 'again'))).toEqual({ at: 3, of: 7 });
});

test('a finished session stands at its last answer and has no card', () => {
  const end = gradeCurrent(sessionOf('a'), 'easy');
  expect(currentCard(end)).toBeUndefined();
  expect(sessionCounts(end)).toEqual({ at: 1, of: 1 });
  expect(gradeCurrent(end, 'good')).toBe(end);
});

test('a suspended or buried card is gone, open or not, and the whole is one less', () => {
  expect(waitingIn(removeCard(sessionOf('abc'), 'a'))).toBe('bc');
  expect(waitingIn(removeCard(sessionOf('abc'), 'c'))).toBe('ab');
  expect(sessionCounts(removeCard(sessionOf('abc'), 'b'))).toEqual({ at: 1, of: 2 });
});

test('undo says what it takes back', () => {
  expect(gradeCurrent(sessionOf('ab'), 'good').past?.step).toEqual({ kind: 'graded', card: 'a', grade: 'good' });
  expect(removeCard(sessionOf('ab'), 'b').past?.step).toEqual({ kind: 'removed', card: 'b' });
  expect(sessionOf('ab').past).toBeNull();
});

test('undo, as often as there were steps, restores each earlier session exactly', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const start = sessionOf('abcdef');
      const visited: Session[] = [start];
      for (const move of steps) {
        const next = take(visited.at(-1) ?? start, move);
        if (next !== visited.at(-1)) visited.push(next);
      }
      let session = visited.at(-1) ?? start;
      for (const earlier of visited.slice(0, -1).reverse()) {
        session = undoStep(session);
        expect(session).toBe(earlier);
      }
      expect(undoStep(session)).toBe(start);
    }),
  );
});

test('no card stands twice in a session, and only grades and removals take one out', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let session = sessionOf('abcdef');
      for (const move of steps) {
        const left = session.waiting.length;
        session = take(session, move);
        expect(new Set(waitingIn(session)).size).toBe(session.waiting.length);
        if (move === 'again') expect(session.waiting.length).toBe(left);
        else expect(left - session.waiting.length).toBeLessThanOrEqual(1);
      }
    }),
  );
});
