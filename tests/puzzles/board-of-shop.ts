import type { PuzzleSystem } from '#content/puzzle.ts';
import { requestResponseEntry } from '#protocols/request-response.ts';
import type { CatalogEntry } from '#protocols/catalog-entry.ts';
import type { Board } from '#puzzles/board.ts';
import { boardOf } from '#puzzles/load-board.ts';
import { play, startReplay, type Replay } from '#simulator/replay.ts';

/** A customer, a shop, one payment and one loss. */
export const shop: PuzzleSystem = {
  protocol: 'request-response',
  options: { retries: 1, answersLater: false },
  budget: { crashes: 0, drops: 1 },
};

export function boardOfShop(varied: Partial<PuzzleSystem> = {}): Board {
  const board = boardOf(requestResponseEntry as CatalogEntry, { ...shop, ...varied });
  if (!board.ok) throw new Error(`${board.fault.path}: ${board.fault.reason}`);
  return board.value;
}

export type AnyReplay = Replay<unknown, unknown>;

/** As many moves as there are choices, or until nothing can happen. */
export const walk = ({ system }: Board, choices: readonly number[]): AnyReplay =>
  choices.reduce<AnyReplay>((replay, choice) => {
    const count = system.moves(replay.states.at(-1)).length;
    return (count > 0 && play(system, replay, choice % count)) || replay;
  }, startReplay(system));

/** The run that makes the moves with these sentences. */
export const playSaid = (board: Board, said: readonly string[]): AnyReplay =>
  said.reduce<AnyReplay>((replay, wanted) => {
    const state = replay.states.at(-1);
    const sentences = board.system.moves(state).map((step) => board.say(state, step));
    const next = play(board.system, replay, sentences.indexOf(wanted));
    if (!next) throw new Error(`“${wanted}” is none of: ${sentences.join('; ')}`);
    return next;
  }, startReplay(board.system));
