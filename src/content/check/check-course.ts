/** Everything that a well-formed course may still have wrong. The rules know no exceptions. */
import type { Course } from '../course.ts';
import type { ContentIssue } from '../issue.ts';
import { releaseIssues } from '../releases.ts';
import { banksAreFair } from './bank.ts';
import { cardsAskOneFact } from './card-rules.ts';
import { claimsNameSources } from './claims.ts';
import { conceptsCanBeLearnt } from './concept-rules.ts';
import { knownOf, type Rule } from './known.ts';
import { markupIsBalanced } from './markup-faults.ts';
import { modelsAreOrdered } from './model-rules.ts';
import { modulesAreWhole } from './module-rules.ts';
import { namesAreSound } from './names.ts';
import { optionsAreSound } from './options.ts';
import { puzzlesAreWhole } from './puzzle-rules.ts';
import { referencesResolve } from './references.ts';
import { runsArePossible } from './runs.ts';
import { wordingIsPlain } from './wording.ts';
import { examplesAnswerEveryQuestion } from './worked-example-rules.ts';

const rules: readonly Rule[] = [
  referencesResolve,
  namesAreSound,
  markupIsBalanced,
  wordingIsPlain,
  runsArePossible,
  modelsAreOrdered,
  optionsAreSound,
  cardsAskOneFact,
  claimsNameSources,
  conceptsCanBeLearnt,
  modulesAreWhole,
  puzzlesAreWhole,
  banksAreFair,
  examplesAnswerEveryQuestion,
  releaseIssues,
];

export function checkCourse(course: Course): readonly ContentIssue[] {
  const known = knownOf(course);
  return rules.flatMap((rule) => rule(course, known));
}
