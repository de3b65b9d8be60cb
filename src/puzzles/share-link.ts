/** A run as a few letters of a link: which round, which moves, and what it ended in, so that a link grown stale is noticed. */
import { failed, ok, type Result } from '#base/result.ts';
import { canonicalJson, digestText, hash64 } from '#simulator/digest.ts';
import { replayAll, stateOf, type Replay } from '#simulator/replay.ts';
import type { System } from '#simulator/system.ts';

export interface SharedRun {
  readonly puzzle: string;
  readonly round: string;
  /** The place of each move among those that were possible then. */
  readonly moves: readonly number[];
  /** Eight hexadecimal digits of the last state's digest. */
  readonly end: string;
}

/** More than this nobody plays. */
const MOST_MOVES = 500;

/** For the end of a link: `charged-or-not.keep-it-uncertain.0-3-1.9f86d081`. */
export const sharedText = ({ puzzle, round, moves, end }: SharedRun): string =>
  [puzzle, round, moves.join('-'), end].join('.');

/** `undefined` for what is no such text. */
export function readShared(text: string): SharedRun | undefined {
  const [, puzzle, round, list, end] =
    /^([a-z0-9-]+)\.([a-z0-9-]+)\.((?:\d{1,4}(?:-\d{1,4})*)?)\.([0-9a-f]{8})$/.exec(text) ?? [];
  if (puzzle === undefined || round === undefined || list === undefined || end === undefined) return undefined;
  const moves = list === '' ? [] : list.split('-').map(Number);
  return moves.length > MOST_MOVES ? undefined : { puzzle, round, moves, end };
}

export function shareRun<State, Step>(
  system: System<State, Step>,
  where: Pick<SharedRun, 'puzzle' | 'round'>,
  replay: Replay<State, Step>,
): SharedRun {
  return { ...where, moves: replay.indexes, end: endOf(system, replay) };
}

/** The puzzle has changed since the link was made: `at` is how many of its moves can still be made. */
export interface StaleLink {
  readonly kind: 'stale';
  readonly at: number;
}

/** Plays a shared run again. */
export function openShared<State, Step>(
  system: System<State, Step>,
  { moves, end }: Pick<SharedRun, 'moves' | 'end'>,
): Result<Replay<State, Step>, StaleLink> {
  const played = replayAll(system, moves);
  if (!played.ok) return failed({ kind: 'stale', at: played.at });
  return endOf(system, played.replay) === end ? ok(played.replay) : failed({ kind: 'stale', at: moves.length });
}

function endOf<State, Step>(system: System<State, Step>, replay: Replay<State, Step>): string {
  const state = stateOf(replay);
  return digestText(hash64(canonicalJson(system.plain?.(state) ?? state))).slice(0, 8);
}
