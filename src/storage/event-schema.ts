/**
 * What a line of a backup must be to enter the log. Loaded only by an import: nothing else may carry zod. Fields that
 * a newer version added to an event are kept with it, so the event is passed on as it came, not as it was parsed.
 */
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { failed, ok, type Result } from '#base/result.ts';
import type { EventKind, EventOf, LogEvent } from '#progress/event.ts';
import { LONGEST_EVENT_CHARACTERS } from '#progress/limits.ts';
import { latestTickThatCounts, parseEventId } from '#progress/order.ts';

z.config(en());

/** The last instant that a date can be, 275760-09-13. */
const LAST_MS = 8.64e15;
/** No time zone is further from UTC. */
const FURTHEST_OFFSET_MINUTES = 18 * 60;

/** Fields that are not known are kept; this bounds what may hide in them. */
const DEEPEST = 16;

const name = z.string().check(z.minLength(1), z.maxLength(200));
const text = z.string().check(z.maxLength(LONGEST_EVENT_CHARACTERS));
const count = z.int().check(z.minimum(0), z.maximum(1_000_000));
const fraction = z.number().check(z.minimum(0), z.maximum(1));
const studyDay = z.int().check(z.minimum(-1), z.maximum(LAST_MS / 86_400_000));
const names = z.array(name).check(z.maxLength(1000));

const head = {
  id: z.string(),
  device: z.string(),
  seq: z.int(),
  at: z.int().check(z.minimum(0), z.maximum(LAST_MS)),
  offset: z.number().check(z.minimum(-FURTHEST_OFFSET_MINUTES), z.maximum(FURTHEST_OFFSET_MINUTES)),
  tick: z.int(),
};
const anyEvent = z.looseObject({ ...head, kind: name });

const card = { card: name };
const section = { section: name, module: name };
const attempt = { attempt: name, module: name };
const graded = { major: z.int().check(z.minimum(1), z.maximum(1_000_000)) };
const outcome = {
  grade: z.enum(['again', 'hard', 'good', 'easy']),
  dueDay: studyDay,
  memoryBefore: name,
  retention: z.number().check(z.minimum(0.5), z.maximum(0.99)),
};
const confidence = z.enum(['guess', 'think', 'sure']);
const puzzleTry = {
  puzzle: name,
  round: name,
  rung: z.enum(['watch', 'lastMove', 'lastTwoMoves', 'alone']),
  hints: count,
  wrongClaims: count,
};
const choices = z.record(name, name);
const response = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.enum(['single', 'predict', 'hot-spot']), chosen: name }),
  z.looseObject({ kind: z.literal('multiple'), chosen: names }),
  z.looseObject({ kind: z.literal('ordering'), order: names }),
  z.looseObject({ kind: z.literal('matching'), matches: choices }),
  z.looseObject({ kind: z.literal('numeric'), value: z.number() }),
  z.looseObject({ kind: z.literal('cloze'), filled: choices }),
]);

const kinds = {
  cardGraded: event('cardGraded', {
    ...card,
    ...graded,
    ...outcome,
    during: z.enum(['review', 'recall']),
    elapsedMs: z.number(),
  }),
  gradeUndone: event('gradeUndone', { ...card, target: name, day: studyDay }),
  cardSuspended: event('cardSuspended', card),
  cardResumed: event('cardResumed', card),
  cardBuried: event('cardBuried', { ...card, until: studyDay }),
  cardReset: event('cardReset', card),
  cardReworded: event('cardReworded', { ...card, prompt: text, answer: text }),
  sectionReached: event('sectionReached', { ...section, screen: count }),
  sectionRead: event('sectionRead', section),
  promptAnswered: event('promptAnswered', { prompt: name, choice: name, isRight: z.boolean() }),
  conceptKept: event('conceptKept', { concept: name }),
  conceptDropped: event('conceptDropped', { concept: name }),
  checkStarted: event('checkStarted', { ...attempt, items: names }),
  checkAnswered: event('checkAnswered', {
    ...attempt,
    ...card,
    ...graded,
    item: name,
    objective: name,
    response,
    isRight: z.boolean(),
    score: fraction,
    confidence,
    outcome: z.nullable(z.looseObject(outcome)),
  }),
  checkFinished: event('checkFinished', { ...attempt, right: count, of: count, passed: z.boolean() }),
  puzzlePredicted: event('puzzlePredicted', {
    ...card,
    ...graded,
    puzzle: name,
    round: name,
    choice: name,
    isRight: z.boolean(),
    confidence,
    outcome: z.nullable(z.looseObject(outcome)),
  }),
  puzzleAttempted: event('puzzleAttempted', { ...puzzleTry, path: z.array(count).check(z.maxLength(10_000)) }),
  puzzleSolved: event('puzzleSolved', {
    ...puzzleTry,
    moves: count,
    by: z.enum(['moves', 'claim']),
    isClean: z.boolean(),
    cards: names,
  }),
  designReviewSaved: event('designReviewSaved', { review: name, system: text, answers: z.record(name, text) }),
  designReviewDeleted: event('designReviewDeleted', { review: name }),
  // A setting of a newer version is kept; its reducer decides what this one can use.
  settingChanged: event('settingChanged', {
    name: z.string() as z.ZodMiniType<EventOf<'settingChanged'>['name']>,
    value: z.union([text, z.number(), z.boolean()]),
  }),
} satisfies { readonly [Kind in EventKind]: z.ZodMiniType<EventOf<Kind>> };

function event<Kind extends EventKind, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) {
  return z.looseObject({ ...head, kind: z.literal(kind), ...shape });
}

/** The event as it came, or in words why it is none. An unknown kind needs a sound head only. */
export function checkEvent(value: unknown): Result<LogEvent, string> {
  if (isDeeperThan(value, DEEPEST)) return failed(`nested more than ${DEEPEST} deep`);
  const parsed = anyEvent.safeParse(value);
  if (!parsed.success) return failed(wordsFor(parsed.error));
  const { id, device, seq, at, tick, kind } = parsed.data;
  const named = parseEventId(id);
  if (named === null) return failed('id: not an event id');
  if (named.device !== device || named.seq !== seq) return failed('id: does not agree with device and seq');
  if (tick < at || tick > latestTickThatCounts(at) + 1) return failed('tick: not within a day of its time');
  if (Object.hasOwn(kinds, kind)) {
    const known = kinds[kind as EventKind].safeParse(value);
    if (!known.success) return failed(wordsFor(known.error));
  }
  return ok(value as LogEvent);
}

function wordsFor(error: z.core.$ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join('; ');
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}
