/** What a proof is worth: the limits of an example in words. "It cannot happen" is never said without them. */
import type { AnyProtocol } from '#simulator/protocol.ts';
import { nodeName } from '#simulator/sentence.ts';
import type { Budget, Setup } from '#simulator/world.ts';
import type { Example } from './catalog-entry.ts';

const faults: readonly (readonly [kind: keyof Budget, one: string, many: string])[] = [
  ['crashes', 'crash', 'crashes'],
  ['pauses', 'pause', 'pauses'],
  ['drops', 'lost message', 'lost messages'],
  ['duplicates', 'message delivered twice', 'messages delivered twice'],
  ['cuts', 'cut link', 'cut links'],
];

/** "2 nodes", "1 request", "1 crash", "no other fault": to be joined with commas. */
export function boundsOf<P extends AnyProtocol>({
  setup,
  bounds = [],
}: Pick<Example<P>, 'setup' | 'bounds'>): readonly string[] {
  const { size, requests, budget } = setup;
  const allowed = faults
    .filter(([kind]) => budget[kind] > 0)
    .map(([kind, one, many]) => count(budget[kind], one, many));
  return [
    count(size, 'node', 'nodes'),
    count(requests.flat().length, 'request', 'requests'),
    ...allowed,
    allowed.length > 0 ? 'no other fault' : 'no faults',
    ...shelter(setup),
    // Most protocols read no clock: where none ticks, there is none to speak of.
    ...(budget.ticks > 0 ? limited(budget.ticks, 'tick of a clock', 'ticks of clocks') : []),
    ...limited(budget.fires, 'firing of a timer', 'firings of timers'),
    ...bounds,
  ];
}

const count = (number: number, one: string, many: string): string =>
  `${number === 0 ? 'no' : number === Infinity ? 'any number of' : number} ${number === 1 ? one : many}`;

/** Without a limit there is none to tell. */
const limited = (number: number, one: string, many: string): readonly string[] =>
  number === Infinity ? [] : [count(number, one, many)];

/** Who never fails matters where something may. */
function shelter<P extends AnyProtocol>(setup: Setup<P>): readonly string[] {
  const { sheltered = [], budget } = setup;
  const names = sheltered.map((node) => nodeName(setup, node));
  if (names.length === 0 || budget.crashes + budget.pauses === 0) return [];
  return [`${names.join(' and ')} never ${names.length === 1 ? 'fails' : 'fail'}`];
}
