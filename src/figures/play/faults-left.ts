import type { Board } from '#puzzles/board.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import type { Budget, World } from '#simulator/world.ts';

const words: readonly (readonly [kind: keyof Budget, one: string, many: string])[] = [
  ['drops', 'loss', 'losses'],
  ['duplicates', 'copy', 'copies'],
  ['crashes', 'crash', 'crashes'],
  ['pauses', 'pause', 'pauses'],
  ['cuts', 'cut', 'cuts'],
  ['ticks', 'tick', 'ticks'],
  ['fires', 'firing of a timer', 'firings of timers'],
];

/** What may still go wrong: "2 losses left", "1 of 2 losses left", "no crashes left". */
export function faultsLeft({ picture }: Board, state: unknown): readonly string[] {
  if (picture.kind !== 'worlds') return [];
  const { budget } = state as World<AnyProtocol>;
  return words.flatMap(([kind, one, many]) => {
    const [left, all] = [budget[kind], picture.setup.budget[kind]];
    if (all === 0 || all === Infinity) return [];
    if (left === 0) return [`no ${many} left`];
    return [left === all ? `${all} ${all === 1 ? one : many} left` : `${left} of ${all} ${many} left`];
  });
}
