/** Moves made by hand: where one stands, the link that brought one there, and the same as a run to be looked at. */
import { beginPlay, follow, type Play } from '#figures/play/play.ts';
import type { Board } from '#puzzles/board.ts';
import { openShared, readShared, sharedText, shareRun } from '#puzzles/share-link.ts';
import type { Move } from '#simulator/move.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import { stateOf } from '#simulator/replay.ts';
import { sentence } from '#simulator/sentence.ts';
import { systemOf } from '#simulator/system.ts';
import type { World } from '#simulator/world.ts';
import type { LabRun } from './lab-run.ts';
import type { LabSetUp } from './lab-set-up.ts';
import { violationIn, type Violation } from './verdict.ts';

type AnyWorld = World<AnyProtocol>;

export interface Hand {
  readonly board: Board;
  readonly play: Play;
  /** Why it stands at the start in spite of its link. */
  readonly linkFault: 'broken' | 'stale' | null;
}

/** Where the settings say: at the end of a shared text, of a figure's script, or at the start. */
export function openHand(setUp: LabSetUp): Hand {
  const board = handBoard(setUp);
  const { hand = '', script } = setUp.settings;
  const start: Hand = { board, play: beginPlay(board.system), linkFault: null };
  if (script) return afterScript(start, script);
  if (hand === '') return start;
  const shared = readShared(hand);
  if (shared === undefined) return { ...start, linkFault: 'broken' };
  const opened = openShared(board.system, shared);
  if (!opened.ok) return { ...start, linkFault: 'stale' };
  return { ...start, play: follow(board.system, start.play, opened.value.indexes) };
}

/** For the settings; nothing at the start. */
export const handText = ({ protocol }: LabSetUp['settings'], { board, play }: Hand): string =>
  play.replay.steps.length === 0
    ? ''
    : sharedText(shareRun(board.system, { puzzle: 'lab', round: protocol }, play.replay));

function afterScript(start: Hand, script: readonly string[]): Hand {
  const { system, say } = start.board;
  let { play } = start;
  for (const wanted of script) {
    const state = stateOf(play.replay);
    const index = system.moves(state).findIndex((step) => say(state, step) === wanted);
    if (index < 0) return { ...start, linkFault: 'stale' };
    play = follow(system, play, [...play.replay.indexes, index]);
  }
  return { ...start, play };
}

function handBoard({ setup, names, invariants }: LabSetUp): Board {
  const system = systemOf(setup);
  const board: Board<AnyWorld, Move<AnyProtocol>> = {
    system,
    searched: system,
    observations: {},
    invariants,
    isWithin: () => true,
    names,
    bounds: [],
    say: (world, move) => sentence(setup, world, move),
    namesOf: ({ kind }) => [kind],
    picture: { kind: 'worlds', setup },
  };
  return board as Board;
}

/** What was played as a run: the parts that show nodes, clients and verdicts do not know who made its moves. */
export function handRun({ setup, start, invariants }: LabSetUp, { play: { replay } }: Hand): LabRun {
  const worlds = replay.states as readonly AnyWorld[];
  const kept = (replay.steps as readonly Move<AnyProtocol>[]).flatMap((move, place) => {
    const world = worlds[place + 1];
    return world ? [{ at: place + 1, move, world }] : [];
  });
  const violation = firstViolation(invariants, worlds);
  const world = worlds.at(-1) ?? start;
  const hasEnded = systemOf(setup).moves(world).length === 0;
  return {
    now: () => kept.length,
    count: () => kept.length,
    kept: () => kept,
    before: () => start,
    world: () => world,
    violation: () => violation,
    hasEnded: () => hasEnded,
    advance: () => false,
    step: () => false,
  };
}

function firstViolation(invariants: LabSetUp['invariants'], worlds: readonly AnyWorld[]): Violation | null {
  for (const [step, world] of worlds.entries()) {
    const violation = violationIn(invariants, world, step, step);
    if (violation !== null) return violation;
  }
  return null;
}
