/** One try at a round, as rules: what a tap does to it. It knows no screen and no log. */
import type { ProvenRound } from '#content/compiled.ts';
import { beginPlay, follow, makeMove, restart, stepBack, type Play, type Way } from '#figures/play/play.ts';
import type { Board } from '#puzzles/board.ts';
import { testOf } from '#puzzles/condition.ts';
import { isImpossible } from '#puzzles/judge.ts';
import { movesBefore, type Rung } from '#puzzles/ladder.ts';
import { stateOf } from '#simulator/replay.ts';

/** What lies on the table: the round that is asked, the one whose board is played on, maybe its twin, and that board. */
export interface Table {
  readonly asked: ProvenRound;
  readonly shown: ProvenRound;
  readonly board: Board;
}

export interface Sitting {
  readonly rung: Rung;
  readonly stage: 'watch' | 'play' | 'claimed' | 'solved';
  readonly play: Play;
  /** How many hints were given. */
  readonly hints: number;
  readonly wrongClaims: number;
  /** Whether it was told that there is a way, and how long it is. */
  readonly isParTold: boolean;
  /** Whether it began where somebody else had come to. */
  readonly isShared: boolean;
  /** While watching: the last guess, and how many were right. */
  readonly guesses: { readonly right: number; readonly of: number; readonly last: Guess | null };
  readonly by: 'moves' | 'claim';
}

export interface Guess {
  readonly isRight: boolean;
  /** What was guessed, and what came; sentences. */
  readonly guessed: string | null;
  readonly came: string;
}

export type Action =
  | { readonly kind: 'move'; readonly index: number }
  /** While watching: which move comes next, or `null` to be shown. */
  | { readonly kind: 'guess'; readonly index: number | null }
  | { readonly kind: 'stepBack' | 'restart' | 'hint' | 'tellPar' | 'claim' | 'goOn' | 'proofSeen' }
  | { readonly kind: 'follow'; readonly way: Way };

/** What was kept of an earlier try. */
export interface Kept {
  readonly path: Way;
  readonly hints: number;
  readonly wrongClaims: number;
}

const fresh = {
  hints: 0,
  wrongClaims: 0,
  isParTold: false,
  isShared: false,
  guesses: { right: 0, of: 0, last: null },
  by: 'moves',
} as const;

export function beginSitting({ shown, board }: Table, rung: Rung, kept?: Kept): Sitting {
  const path = pathOf(shown);
  // Who watches makes none of the moves, and sees each made.
  const made = rung === 'watch' ? 0 : movesBefore(rung, path.length);
  const play = beginPlay(board.system, path.slice(0, made));
  const begun: Sitting = { ...fresh, rung, stage: rung === 'watch' ? 'watch' : 'play', play };
  if (kept === undefined || rung === 'watch') return begun;
  const { path: way, hints, wrongClaims } = kept;
  return { ...begun, hints, wrongClaims, play: way.length > 0 ? follow(board.system, begun.play, way) : begun.play };
}

/** Where a link leads. */
export const shareSitting = ({ board }: Table, way: Way): Sitting => ({
  ...fresh,
  rung: 'alone',
  stage: 'play',
  play: follow(board.system, beginPlay(board.system), way),
  isShared: true,
});

export const pathOf = ({ truth }: ProvenRound): Way => (truth.kind === 'possible' ? truth.path : []);

export function act(table: Table, sitting: Sitting, action: Action): Sitting {
  const { system } = table.board;
  switch (action.kind) {
    case 'move':
      return sitting.stage === 'play'
        ? judged(table, { ...sitting, play: makeMove(system, sitting.play, action.index) })
        : sitting;
    case 'guess':
      return sitting.stage === 'watch' ? watched(table, sitting, action.index) : sitting;
    case 'stepBack':
      return { ...sitting, play: stepBack(sitting.play) };
    case 'restart':
      return { ...sitting, play: restart(sitting.play) };
    case 'follow':
      return { ...sitting, play: follow(system, sitting.play, action.way) };
    case 'hint':
      return hinted(table, sitting);
    case 'tellPar':
      return { ...sitting, isParTold: true };
    case 'claim':
      return claimed(table, sitting);
    case 'goOn':
      return sitting.stage === 'claimed' ? { ...sitting, stage: 'play' } : sitting;
    case 'proofSeen':
      return sitting.stage === 'claimed' && isImpossible(table.asked)
        ? { ...sitting, stage: 'solved', by: 'claim' }
        : sitting;
  }
}

const isReached = ({ shown, board }: Table, { replay }: Play): boolean => testOf(shown.goal, board)(stateOf(replay));

const judged = (table: Table, after: Sitting): Sitting =>
  isReached(table, after.play) ? { ...after, stage: 'solved', by: 'moves' } : after;

/** What comes is a move of the shortest way, whatever was guessed. */
function watched(table: Table, sitting: Sitting, guessed: number | null): Sitting {
  const { board, shown } = table;
  const { replay } = sitting.play;
  const index = pathOf(shown)[replay.steps.length];
  if (index === undefined) return { ...sitting, stage: 'solved' };
  const state = stateOf(replay);
  const say = (place: number): string => board.say(state, board.system.moves(state)[place]);
  const isRight = guessed === index;
  const last = { isRight, guessed: guessed === null ? null : say(guessed), came: say(index) };
  const { right, of } = sitting.guesses;
  const guesses = { right: right + (isRight ? 1 : 0), of: of + (guessed === null ? 0 : 1), last };
  return judged(table, { ...sitting, play: makeMove(board.system, sitting.play, index), guesses });
}

/** The last hint may make the first moves of a shortest way. */
function hinted({ board, shown }: Table, sitting: Sitting): Sitting {
  if (sitting.stage !== 'play' || sitting.hints >= shown.hints.length) return sitting;
  const hints = sitting.hints + 1;
  const first = hints === shown.hints.length ? pathOf(shown).slice(0, shown.hintMoves ?? 0) : [];
  return { ...sitting, hints, play: first.length > 0 ? follow(board.system, sitting.play, first) : sitting.play };
}

/** "This cannot be done." Where it is so, the proof is still to be seen; where it is not, its length is told. */
function claimed({ asked }: Table, sitting: Sitting): Sitting {
  if (sitting.stage !== 'play' || sitting.rung !== 'alone') return sitting;
  const isRight = isImpossible(asked);
  return { ...sitting, stage: 'claimed', ...(!isRight && { wrongClaims: sitting.wrongClaims + 1, isParTold: true }) };
}

/** How much help there was; to be told the par, or to begin where another was, is help too. */
export const helpIn = ({ hints, isParTold, isShared, wrongClaims }: Sitting): number =>
  // A wrong claim is counted as one, and told the par by itself.
  hints + (isShared ? 1 : 0) + (isParTold && wrongClaims === 0 ? 1 : 0);
