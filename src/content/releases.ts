import { hashText } from '#base/random.ts';
import { allCards, allItems, allSections, type Course, type Filed } from './course.ts';
import { issueAt, type ContentIssue } from './issue.ts';
import type { Ledger, ReleasedKind } from './ledger.ts';
import { compareRevisions, majorOf, revisionOf } from './revision.ts';

interface Revised {
  readonly id: string;
  readonly rev?: string | undefined;
  readonly revReason?: string | undefined;
}

interface Released extends Filed<Revised> {
  readonly kind: ReleasedKind;
}

/** What is in the course now, as the ledger keeps it. An id once released stays, so that it is never used for something else. */
export function nextLedger(course: Course): Ledger {
  const now = releasable(course).map(
    ({ kind, value }) => [value.id, { kind, rev: revisionOf(value), digest: digestOf(value) }] as const,
  );
  const all = [...Object.entries(course.ledger.value).filter(([id]) => !now.some(([other]) => other === id)), ...now];
  return Object.fromEntries(all.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Learners' progress is kept under these ids: an edit says so, a removal leaves a stone, and a stone is not built over. */
export function releaseIssues(course: Course): readonly ContentIssue[] {
  const things = releasable(course);
  const stones = new Set(course.tombstones.map((each) => each.value.id));
  const alive = new Set(things.map((each) => each.value.id));
  const deleted = Object.entries(course.ledger.value).filter(([id]) => !alive.has(id) && !stones.has(id));
  return [
    ...things.flatMap((thing) => thingIssues(thing, course.ledger.value, stones)),
    ...deleted.map(([id, { kind }]) =>
      issueAt(course.ledger, '', `the ${kind} ${id} was released and is gone; it needs a tombstone`),
    ),
  ];
}

function thingIssues(thing: Released, ledger: Ledger, stones: ReadonlySet<string>): readonly ContentIssue[] {
  const { value, kind } = thing;
  const revision = revisionOf(value);
  const reasons: string[] = [];
  if (stones.has(value.id)) reasons.push(`the id ${value.id} has a tombstone and is not used again`);
  if (majorOf(value) > 1 && value.revReason === undefined)
    reasons.push(`revision ${revision} starts the ${kind} again, so revReason says why`);
  const before = ledger[value.id];
  if (before !== undefined) {
    const order = compareRevisions(revision, before.rev);
    if (before.kind !== kind) reasons.push(`the id ${value.id} was released as a ${before.kind}`);
    if (order < 0) reasons.push(`revision ${revision} is below ${before.rev}, which was released`);
    if (order === 0 && before.digest !== digestOf(value))
      reasons.push(`it was edited since revision ${before.rev} was released; raise rev`);
  }
  return reasons.map((reason) => issueAt(thing, 'rev', reason));
}

function releasable(course: Course): readonly Released[] {
  const as = (kind: ReleasedKind, things: readonly Filed<Revised>[]) =>
    things.map((thing): Released => ({ ...thing, kind }));
  return [
    ...as('section', allSections(course)),
    ...as('card', allCards(course)),
    ...as('item', allItems(course)),
    ...as('concept', course.concepts),
    ...as('question', course.questions),
    ...as('puzzle', course.puzzles),
  ];
}

/** Of everything but the revision itself and what a search found, whatever order the keys are written in. */
export function digestOf(thing: Revised): string {
  const { rev: _rev, revReason: _reason, ...rest } = thing;
  const text = canonicalJson(rest);
  return [text, `${text}${text.length}`].map((each) => hashText(each).toString(16).padStart(8, '0')).join('');
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (key === '$schema' || key === 'truth') return undefined;
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });
}
