import type { Course, Filed } from '#content/course.ts';
import { issueAt, joinedPath, type ContentIssue } from '#content/issue.ts';
import type { Round } from '#content/puzzle.ts';
import type { Board } from '#puzzles/board.ts';
import { conditionFaults, liveFaults } from '#puzzles/condition.ts';
import { reaches, told } from '#puzzles/prove.ts';
import { boardFor } from './entries.ts';

/** What is wrong with puzzles that only their boards can tell: names of protocols and observations, and ways that lead elsewhere. Searches nothing. */
export const puzzleIssues = ({ puzzles }: Course): readonly ContentIssue[] =>
  puzzles.flatMap(({ file, path, value }) =>
    value.rounds.flatMap((round, index) =>
      roundIssues({ file, path: joinedPath(path, `rounds[${index}]`), value: round }),
    ),
  );

export function roundIssues(filed: Filed<Round>): readonly ContentIssue[] {
  const board = boardFor(filed.value.system);
  if (!board.ok) return [issueAt(filed, `system.${board.fault.path}`, board.fault.reason)];
  return [...nameIssues(filed, board.value), ...pathIssues(filed, board.value)];
}

function nameIssues(filed: Filed<Round>, board: Board): readonly ContentIssue[] {
  const { goal, live, traps } = filed.value;
  const start = board.system.init();
  return [
    ...conditionFaults(goal, board, start).map((reason) => issueAt(filed, 'goal', reason)),
    ...liveFaults(live, board).map((reason) => issueAt(filed, 'live', reason)),
    ...traps.flatMap(({ without }, index) =>
      without === undefined
        ? []
        : conditionFaults(without, board, start).map((reason) => issueAt(filed, `traps[${index}].without`, reason)),
    ),
  ];
}

function pathIssues(filed: Filed<Round>, board: Board): readonly ContentIssue[] {
  const { goal, why = [], truth } = filed.value;
  if (truth?.kind !== 'possible') return [];
  if (conditionFaults(goal, board, board.system.init()).length > 0) return [];
  if (truth.path.length !== truth.par || !reaches(board, goal, truth.path))
    return [issueAt(filed, 'truth', 'its path does not lead to the goal; run npm run prove')];
  const said = told(board, truth.path);
  return why.flatMap(({ of }, index) =>
    said.includes(of)
      ? []
      : [issueAt(filed, `why[${index}].of`, `no move of the shortest way says this; its moves: ${said.join('; ')}`)],
  );
}
