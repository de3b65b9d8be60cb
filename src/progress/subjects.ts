/** Which rows an event touches. A row is rebuilt from the events of its subject alone, so this table is the index of the log. */
import { studyDayOf } from '#scheduling/study-day.ts';
import type { EventHead, EventKind, EventOf, LogEvent, ProgressEvent } from './event.ts';
import type { Subject, SubjectKind } from './rows.ts';

type SubjectsOfKind = { readonly [Kind in EventKind]: (event: EventOf<Kind>) => readonly Subject[] };

const subjects: SubjectsOfKind = {
  cardGraded: (event) => [`card:${event.card}`, dayOf(event)],
  gradeUndone: ({ card, day }) => [`card:${card}`, `day:${day}`],
  cardSuspended: ({ card }) => [`card:${card}`],
  cardResumed: ({ card }) => [`card:${card}`],
  cardBuried: ({ card }) => [`card:${card}`],
  cardReset: ({ card }) => [`card:${card}`],
  cardReworded: ({ card }) => [`card:${card}`],
  sectionReached: ({ section }) => [`section:${section}`],
  sectionRead: (event) => [`section:${event.section}`, dayOf(event)],
  promptAnswered: ({ prompt }) => [`prompt:${prompt}`],
  conceptKept: ({ concept }) => [`concept:${concept}`],
  conceptDropped: ({ concept }) => [`concept:${concept}`],
  checkStarted: ({ attempt }) => [`check:${attempt}`],
  checkAnswered: (event) => {
    const answered: Subject[] = [`check:${event.attempt}`, 'calibration:all'];
    return event.outcome === null ? answered : [...answered, `card:${event.card}`, dayOf(event)];
  },
  checkFinished: (event) => [`check:${event.attempt}`, dayOf(event)],
  puzzlePredicted: (event) => {
    const own: Subject = `puzzle:${event.puzzle}`;
    return event.outcome === null ? [own] : [own, `card:${event.card}`, dayOf(event)];
  },
  puzzleAttempted: ({ puzzle }) => [`puzzle:${puzzle}`],
  puzzleSolved: (event) => [`puzzle:${event.puzzle}`, dayOf(event)],
  designReviewSaved: ({ review }) => [`designReview:${review}`],
  designReviewDeleted: ({ review }) => [`designReview:${review}`],
  settingChanged: () => ['settings:all'],
};

/** The subjects of an event; none for a kind that this version does not know. */
export function subjectsOf(event: LogEvent): readonly Subject[] {
  if (!isKnown(event)) return [];
  return (subjects[event.kind] as (event: ProgressEvent) => readonly Subject[])(event);
}

/** Whether this version knows the event's kind. */
export function isKnown(event: LogEvent): event is ProgressEvent {
  return Object.hasOwn(subjects, event.kind);
}

/** `card:<key>` taken apart. A key may itself hold colons. */
export function partsOf(subject: Subject): { readonly kind: SubjectKind; readonly key: string } {
  const colon = subject.indexOf(':');
  return { kind: subject.slice(0, colon) as SubjectKind, key: subject.slice(colon + 1) };
}

function dayOf({ at, offset }: EventHead): Subject {
  return `day:${studyDayOf(at, offset)}`;
}
