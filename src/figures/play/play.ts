/** Playing on a system: where one stands, the way back, and the other ways that were tried. Pure; the screens only show it. */
import { backTo, play, replayAll, type Replay } from '#simulator/replay.ts';
import type { System } from '#simulator/system.ts';

/** A way is a list of moves, each its place among those that were possible then. */
export type Way = readonly number[];

export interface Play {
  readonly replay: Replay<unknown, unknown>;
  /** The way that is followed: after stepping back it leads on from here. */
  readonly way: Way;
  /** The ways that were left for it, the latest first. */
  readonly otherWays: readonly Way[];
  /** Moves that were made beforehand: nobody steps back over them. */
  readonly given: number;
}

type AnySystem = System<unknown, unknown>;

/** More are not found again anyway. */
const MOST_WAYS = 6;

/** At the end of moves made beforehand, as far as they can be made. */
export function beginPlay(system: AnySystem, given: Way = []): Play {
  const { replay } = replayAll(system, given);
  return { replay, way: replay.indexes, otherWays: [], given: replay.indexes.length };
}

/** Makes a move. Going another way than before keeps the one before. */
export function makeMove(system: AnySystem, before: Play, index: number): Play {
  const replay = play(system, before.replay, index);
  if (replay === undefined) return before;
  const isSameWay = startsWith(before.way, replay.indexes);
  return isSameWay ? { ...before, replay } : turned({ ...before, replay }, replay.indexes);
}

export function stepBack(before: Play): Play {
  const length = Math.max(before.given, before.replay.steps.length - 1);
  return { ...before, replay: backTo(before.replay, length) };
}

export const restart = (before: Play): Play => ({ ...before, replay: backTo(before.replay, before.given) });

/** To the end of a way, as far as its moves can be made. */
export function follow(system: AnySystem, before: Play, way: Way): Play {
  const { replay } = replayAll(system, way);
  return turned({ ...before, replay }, replay.indexes);
}

export const canStepBack = ({ replay, given }: Play): boolean => replay.steps.length > given;

/** The ways that one can go back to: what lies ahead after stepping back, then those that were left. */
export function waysBack({ replay, way, otherWays }: Play): readonly Way[] {
  return way.length > replay.indexes.length ? [way, ...otherWays] : otherWays;
}

/** Where two ways part: how many moves they share. */
export function sharedMoves(one: Way, other: Way): number {
  const parting = one.findIndex((index, place) => other[place] !== index);
  return parting === -1 ? one.length : parting;
}

function turned(after: Play, way: Way): Play {
  const left = [after.way, ...after.otherWays].filter((other) => other.length > after.given && !startsWith(way, other));
  const otherWays = left.filter((other, place) => !left.slice(0, place).some((earlier) => startsWith(earlier, other)));
  return { ...after, way, otherWays: otherWays.slice(0, MOST_WAYS) };
}

const startsWith = (way: Way, start: Way): boolean => sharedMoves(start, way) === start.length;
