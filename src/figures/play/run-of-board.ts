/** What was played as a run that the diagram draws, and the moves that are possible now as sentences. */
import type { Run, RunEvent } from '#content/figure.ts';
import type { Mark } from '#protocols/boards.ts';
import type { Board } from '#puzzles/board.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import type { Replay } from '#simulator/replay.ts';
import type { Happening } from '#simulator/schedule.ts';
import type { Setup, World } from '#simulator/world.ts';
import { runOfTrace } from '../run-of-trace.ts';

/** Units of the picture between two moves. */
const UNITS_A_MOVE = 4;
/** How long a message of a board written by hand is under way. */
const UNITS_A_MESSAGE = 3;

export function runOfBoard(board: Board, replay: Replay<unknown, unknown>): Run {
  const { picture } = board;
  return picture.kind === 'worlds'
    ? runOfWorlds(picture.setup, replay as Replay<World<AnyProtocol>, Happening<AnyProtocol>['move']>)
    : runOfMarks(board, picture.marks, replay);
}

function runOfWorlds(
  setup: Setup<AnyProtocol>,
  { states, steps }: Replay<World<AnyProtocol>, Happening<AnyProtocol>['move']>,
): Run {
  const [start, ...after] = states;
  const happenings = after.flatMap((world, place) => {
    const move = steps[place];
    return move ? [{ at: (place + 1) * UNITS_A_MOVE, move, world }] : [];
  });
  const showsTimers = steps.flatMap((move) => ('timer' in move ? [setup.protocol.words.timer(move.timer)] : []));
  return runOfTrace(setup, start as World<AnyProtocol>, happenings, { scale: 1, showsClocks: true, showsTimers });
}

function runOfMarks(
  board: Board,
  marks: (before: unknown, step: unknown, after: unknown) => readonly Mark[],
  { states, steps }: Replay<unknown, unknown>,
): Run {
  const events = steps.flatMap((step, place) => {
    const [before, after] = [states[place], states[place + 1]];
    const text = `${board.say(before, step)}.`;
    return marks(before, step, after).map((mark) => eventOf(mark, (place + 1) * UNITS_A_MOVE, text));
  });
  return { nodes: board.names.map((name, node) => ({ id: `n${node}`, name })), events };
}

function eventOf(mark: Mark, at: number, text: string): RunEvent {
  const { kind, label } = mark;
  return kind === 'message'
    ? { kind, at, arrives: at + UNITS_A_MESSAGE, from: `n${mark.from}`, to: `n${mark.to}`, label, text }
    : { kind, at, node: `n${mark.node}`, label, text };
}

/** What the last move added, as sentences: for those who do not see the picture. */
export function addedBy(before: Run, after: Run): readonly string[] {
  const known = before.events.map(({ text }) => text);
  return after.events.flatMap(({ text }) => {
    const place = known.indexOf(text);
    if (place === -1) return [text];
    known.splice(place, 1);
    return [];
  });
}

/** The packet that a message under way is, in the words of the moves that can be made of it. */
export function packetWords({ nodes, events }: Run, index: number): string | null {
  const event = events[index];
  if (event?.kind !== 'message' || event.isUnderWay !== true) return null;
  const nameOf = (id: string): string => nodes.find((node) => node.id === id)?.name ?? '';
  return `${event.label} from ${nameOf(event.from)} to ${nameOf(event.to)}`;
}

/** A move that is possible now. */
export interface Choice {
  /** Its place among all that are possible. */
  readonly index: number;
  readonly sentence: string;
  readonly kind: string;
}

/** Moves that would be said alike are numbered, in the order of what they carry. */
export function choicesOf(board: Board, state: unknown): readonly Choice[] {
  const steps = board.system.moves(state);
  const sentences = steps.map((step) => board.say(state, step));
  return steps.map((step, index) => ({
    index,
    sentence: numbered(sentences, index),
    kind: board.namesOf(step)[0] ?? '',
  }));
}

function numbered(sentences: readonly string[], index: number): string {
  const sentence = sentences[index] ?? '';
  const alike = sentences.flatMap((each, place) => (each === sentence ? [place] : []));
  return alike.length < 2 ? sentence : `${sentence} (${alike.indexOf(index) + 1} of ${alike.length})`;
}
