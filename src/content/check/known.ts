import type { Card } from '../card.ts';
import { allCards, allSections, type Course, type Filed } from '../course.ts';
import type { ContentIssue } from '../issue.ts';
import { paragraphsOf, type Paragraph } from '../paragraphs.ts';
import type { Section } from '../section.ts';
import type { Concept } from '../track.ts';

/** What a course holds, by id: computed once, asked by every rule. */
export interface Known {
  readonly cards: ReadonlyMap<string, Card>;
  readonly sections: ReadonlyMap<string, Section>;
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly questions: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly modules: ReadonlySet<string>;
  readonly paragraphs: ReadonlyMap<string, Paragraph>;
}

/** One reason to refuse a course. Pure: the same course, the same issues, in the order they are met. */
export type Rule = (course: Course, known: Known) => readonly ContentIssue[];

export function knownOf(course: Course): Known {
  return {
    cards: byId(allCards(course)),
    sections: byId(allSections(course)),
    concepts: byId(course.concepts),
    questions: new Set(byId(course.questions).keys()),
    sources: new Set(byId(course.sources).keys()),
    modules: new Set(byId(course.modules.map((each) => each.module)).keys()),
    paragraphs: paragraphsOf(course),
  };
}

function byId<Value extends { readonly id: string }>(things: readonly Filed<Value>[]): ReadonlyMap<string, Value> {
  return new Map(things.map((thing) => [thing.value.id, thing.value]));
}

/** The things of the modules that can be read: the rules on sections, minutes and banks bind these only. */
export const completeModules = (course: Course): Course['modules'] =>
  course.modules.filter((each) => each.module.value.status === 'complete');
