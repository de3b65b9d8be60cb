import type { Course, Filed } from '../course.ts';
import { issueAt, joinedPath, type ContentIssue } from '../issue.ts';
import type { Puzzle, Round } from '../puzzle.ts';
import type { Known, Rule } from './known.ts';

/** A puzzle is where its name says, leads to what teaches it, and has been proven. What only a simulator can tell is asked by the build. */
export const puzzlesAreWhole: Rule = (course, known) => [
  ...course.puzzles.flatMap((puzzle) => [
    ...placeIssues(puzzle),
    ...referenceIssues(puzzle, known),
    ...repeated(puzzle, 'rounds', puzzle.value.rounds),
    ...puzzle.value.rounds.flatMap((round, index) =>
      roundIssues({ file: puzzle.file, path: joinedPath(puzzle.path, `rounds[${index}]`), value: round }),
    ),
  ]),
  ...numberIssues(course),
];

function placeIssues(puzzle: Filed<Puzzle>): readonly ContentIssue[] {
  const { id } = puzzle.value;
  return puzzle.file.endsWith(`/${id}.json`) ? [] : [issueAt(puzzle, 'id', `the file of ${id} is called ${id}.json`)];
}

function referenceIssues(puzzle: Filed<Puzzle>, known: Known): readonly ContentIssue[] {
  const { module, concept, section, cards } = puzzle.value;
  const missing = (path: string, reason: string) => [issueAt(puzzle, path, reason)];
  const keyOf = (id: string | undefined) => known.concepts.get(id ?? '')?.below ?? id;
  return [
    ...(known.concepts.has(concept) ? [] : missing('concept', `there is no concept ${concept}`)),
    ...(known.sections.get(section)?.module === module
      ? []
      : missing('section', `there is no section ${section} in module ${module}`)),
    ...cards.flatMap((card, index) => {
      if (!known.cards.has(card)) return missing(`cards[${index}]`, `there is no card ${card}`);
      return keyOf(known.cards.get(card)?.concept) === keyOf(concept)
        ? []
        : missing(`cards[${index}]`, `the card ${card} belongs to another key concept than ${concept}`);
    }),
  ];
}

function roundIssues(round: Filed<Round>): readonly ContentIssue[] {
  const { prediction, traps, hintMoves, system, truth } = round.value;
  return [
    ...repeated(round, 'prediction.options', prediction.options),
    ...repeated(round, 'traps', traps),
    ...(prediction.options.some(({ id }) => id === prediction.answer)
      ? []
      : [issueAt(round, 'prediction.answer', `there is no option ${prediction.answer}`)]),
    ...(system.within !== undefined && system.bounds === undefined
      ? [issueAt(round, 'system.bounds', 'what bounds the search is also said in words')]
      : []),
    ...(truth === undefined ? [issueAt(round, 'truth', 'nothing is proven yet; run npm run prove')] : []),
    ...(truth?.kind === 'possible' && (hintMoves ?? 0) > truth.par
      ? [issueAt(round, 'hintMoves', `the shortest way has ${truth.par} moves`)]
      : []),
    ...(truth?.kind === 'impossible' && hintMoves !== undefined
      ? [issueAt(round, 'hintMoves', 'there is no way of which moves could be made')]
      : []),
  ];
}

function repeated(
  filed: Filed<unknown>,
  path: string,
  parts: readonly { readonly id: string }[],
): readonly ContentIssue[] {
  const ids = parts.map(({ id }) => id);
  return ids
    .filter((id, index) => ids.indexOf(id) < index)
    .map((id) => issueAt(filed, path, `the id ${id} is there more than once`));
}

function numberIssues({ puzzles }: Course): readonly ContentIssue[] {
  return puzzles.flatMap((puzzle, index) =>
    puzzles[index - 1]?.value.number === puzzle.value.number
      ? [issueAt(puzzle, 'number', `another puzzle has the number ${puzzle.value.number}`)]
      : [],
  );
}
