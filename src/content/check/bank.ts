import type { CourseModule } from '../course.ts';
import { issueAt, type ContentIssue } from '../issue.ts';
import type { Item } from '../item.ts';
import { blocksOf } from '../minutes.ts';
import { meaningfulWords } from '../words.ts';
import {
  appliedShare,
  familiarGuessBelow,
  itemsPerKeyConcept,
  itemsPerObjective,
  keyLongestAtMost,
  longestGuessBelow,
  shortestGuessBelow,
  strangeGuessBelow,
} from './amounts.ts';
import { guesserScore, keyLongestShare, likesFamiliarWords, likesLongOptions, reversed } from './guesser.ts';
import { completeModules, type Known, type Rule } from './known.ts';

/** A bank asks for all that its module teaches, asks it of those who understood, and tells nothing to the others. */
export const banksAreFair: Rule = (course, known) =>
  completeModules(course).flatMap((module) => {
    const keyConcepts = course.concepts
      .filter(({ value }) => value.isKey && value.module === module.module.value.id)
      .map(({ value }) => value.id);
    return [...spreadIssues(module, keyConcepts), ...guessIssues(module, known), ...repeatIssues(module, known)];
  });

function spreadIssues({ module, items }: CourseModule, keyConcepts: readonly string[]): readonly ContentIssue[] {
  const count = (isMeant: (item: Item) => boolean) => items.filter((item) => isMeant(item.value)).length;
  const applied = count((item) => item.style !== 'recall');
  return [
    ...module.value.objectives.flatMap(({ id }, index) => {
      const found = count((item) => item.objective === id);
      return found >= itemsPerObjective
        ? []
        : [
            issueAt(
              module,
              `objectives[${index}]`,
              `${found} check items ask for ${id}; at least ${itemsPerObjective} do`,
            ),
          ];
    }),
    ...keyConcepts.flatMap((id) => {
      const found = count((item) => item.concept === id);
      return found >= itemsPerKeyConcept
        ? []
        : [
            issueAt(
              module,
              '',
              `${found} check items are on the key concept ${id}; at least ${itemsPerKeyConcept} are`,
            ),
          ];
    }),
    ...(applied >= items.length * appliedShare
      ? []
      : [
          issueAt(
            module,
            '',
            `${applied} of ${items.length} check items are a scenario or a prediction; at least half are`,
          ),
        ]),
  ];
}

function guessIssues({ module, items }: CourseModule, known: Known): readonly ContentIssue[] {
  const bank = items.map((item) => item.value);
  const textsTaughtWith = (item: Item) => {
    const place = item.teaches.split('#')[0] ?? '';
    return [...known.paragraphs.values()]
      .filter((paragraph) => paragraph.ref.startsWith(`${place}#`))
      .flatMap((paragraph) => paragraph.texts);
  };
  const longest = keyLongestShare(bank) ?? 0;
  const likesFamiliar = likesFamiliarWords(textsTaughtWith);
  const guessers = [
    { picks: 'the longest option', instinct: likesLongOptions, below: longestGuessBelow },
    { picks: 'the shortest option', instinct: reversed(likesLongOptions), below: shortestGuessBelow },
    { picks: 'the option with most of its section’s words', instinct: likesFamiliar, below: familiarGuessBelow },
    {
      picks: 'the option with fewest of its section’s words',
      instinct: reversed(likesFamiliar),
      below: strangeGuessBelow,
    },
  ];
  const inPercent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return [
    ...(longest <= keyLongestAtMost
      ? []
      : [
          `the right option is the longest in ${inPercent(longest)} of the items; at most ${inPercent(keyLongestAtMost)}`,
        ]),
    ...guessers.flatMap(({ picks, instinct, below }) => {
      const score = guesserScore(bank, instinct) ?? 0;
      return score < below ? [] : [`picking ${picks} scores ${inPercent(score)}; it scores under ${inPercent(below)}`];
    }),
  ].map((reason) => issueAt(module, '', reason));
}

/** Above this share of common words two questions are the same question. */
const sameQuestion = 0.8;
/** Variants may differ in one word, so two items of a bank are the same only when all words are. */
const sameItem = 1;

interface Asked {
  readonly where: string;
  readonly prompt: string;
}

/** An item shown in the reading is never drawn in a check. */
function repeatIssues({ sections, items }: CourseModule, known: Known): readonly ContentIssue[] {
  const inReading = sections.flatMap(({ value: section }): readonly Asked[] => [
    { where: `the guess of ${section.id}`, prompt: section.guess.prompt },
    ...section.recall.map((id) => ({ where: `the recall card ${id}`, prompt: known.cards.get(id)?.prompt ?? '' })),
    ...blocksOf(section).flatMap((block) =>
      block.kind === 'figure'
        ? [{ where: `the prediction of ${section.id}#${block.id}`, prompt: block.prediction.prompt }]
        : [],
    ),
  ]);
  return items.flatMap((item, index) => {
    const inBank = items
      .slice(0, index)
      .map((other): Asked => ({ where: `the item ${other.value.id}`, prompt: other.value.prompt }));
    const isLike = (least: number) => (asked: Asked) => likeness(asked.prompt, item.value.prompt) >= least;
    const repeated = inReading.find(isLike(sameQuestion)) ?? inBank.find(isLike(sameItem));
    return repeated === undefined ? [] : [issueAt(item, 'prompt', `it asks again what ${repeated.where} asks`)];
  });
}

/** Words in common over words in either, 0 to 1. */
function likeness(one: string, other: string): number {
  const ones = meaningfulWords([one]);
  const others = meaningfulWords([other]);
  const shared = [...ones].filter((word) => others.has(word)).length;
  const all = ones.size + others.size - shared;
  return all === 0 ? 0 : shared / all;
}
