/** Which of many possible moves are shown, and in which groups. */
import type { Choice } from './run-of-board.ts';

/** So many fit on a phone without a heading. */
const FLAT = 6;

export interface MoveGroup {
  readonly kind: string;
  readonly name: string;
  readonly choices: readonly Choice[];
}

const names: Readonly<Record<string, string>> = {
  deliver: 'Deliver',
  drop: 'Lose',
  duplicate: 'Deliver a copy',
  fire: 'Timers',
  request: 'Requests',
  tick: 'Clocks',
  crash: 'Crash',
  restart: 'Restart',
  pause: 'Pause',
  resume: 'Resume',
  cut: 'Cut a link',
  heal: 'Heal a link',
};

/** One group without a name where there are few. */
export function groupsOf(choices: readonly Choice[]): readonly MoveGroup[] {
  if (choices.length <= FLAT) return [{ kind: '', name: '', choices }];
  const kinds = [...new Set(choices.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind,
    name: names[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1),
    choices: choices.filter((choice) => choice.kind === kind),
  }));
}

/** Whether choosing a node first is worth its buttons. */
export const isFilterable = (choices: readonly Choice[], nodes: readonly string[]): boolean =>
  choices.length > FLAT && nodes.length > 1;

/** What is chosen from: all moves, those of one node, or those of one packet. */
export interface Filter {
  readonly by: 'node' | 'packet';
  readonly words: string;
}

export function filtered(choices: readonly Choice[], filter: Filter | null): readonly Choice[] {
  if (filter === null) return choices;
  const kept = choices.filter(({ sentence }) => isAbout(sentence, filter));
  // What is gone cannot be chosen from any more.
  return kept.length > 0 ? kept : choices;
}

function isAbout(sentence: string, { by, words }: Filter): boolean {
  if (by === 'packet') return sentence.includes(words);
  return new RegExp(String.raw`(^|[^\p{L}\p{N}])${escaped(words)}(?![\p{L}\p{N}])`, 'u').test(sentence);
}

const escaped = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
