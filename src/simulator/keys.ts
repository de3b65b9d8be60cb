import type { AnyProtocol } from './protocol.ts';
import type { NodeState, Setup, World } from './world.ts';

/** How many objects are remembered by their number. */
const REMEMBERED = 4_000;

/**
 * Keys of worlds by interning: each part (a node's state, a packet, a history) is numbered the first time its content
 * is met, and a world's key is the numbers of its parts. Parts that a move did not touch are the same objects, so a key
 * costs little more than what changed.
 */
export function createKeys<P extends AnyProtocol>(setup: Setup<P>): (world: World<P>) => string {
  const numberByContent = new Map<string, number>();
  // Only a memory of what was looked at. Emptied when it is full: quicker than a WeakMap, and content still decides.
  const numberByObject = new Map<object, number>();

  const numberOfContent = (content: string): number => {
    const known = numberByContent.get(content);
    if (known !== undefined) return known;
    const number = numberByContent.size;
    numberByContent.set(content, number);
    return number;
  };
  /** Looks at the content of an object only once. */
  const numbered =
    <Part extends object>(contentOf: (part: Part) => string) =>
    (part: Part): number => {
      const known = numberByObject.get(part);
      if (known !== undefined) return known;
      const number = numberOfContent(contentOf(part));
      if (numberByObject.size >= REMEMBERED) numberByObject.clear();
      numberByObject.set(part, number);
      return number;
    };
  const numberOf = numbered(JSON.stringify);
  const numberOfState = (state: unknown): number =>
    typeof state === 'object' && state !== null ? numberOf(state) : numberOfContent(JSON.stringify(state));
  const numberOfNode = numbered(
    ({ status, durable, volatile, timers, clock }: NodeState<P>) =>
      `${status} ${numberOfState(durable)} ${numberOfState(volatile)} ${numberOf(timers)} ${clock}`,
  );
  const numberOfHistory = numbered(({ events }: World<P>['history']) => events.map(numberOf).join());

  return ({ nodes, network, cuts, budget, asked, waiting, history }) => {
    const codes: number[] = [];
    for (const node of nodes) pushCode(codes, numberOfNode(node));
    pushCode(codes, numberOf(budget));
    pushCode(codes, numberOf(asked));
    pushCode(codes, numberOf(waiting));
    pushCode(codes, numberOf(cuts));
    if (setup.keepsHistory) pushCode(codes, numberOfHistory(history));
    for (const packet of network) pushCode(codes, numberOfContent(packet.key));
    return String.fromCharCode(...codes);
  };
}

/** Numbers as characters: one below 2^15, else two, of which the first has its highest bit set. */
function pushCode(codes: number[], number: number): void {
  if (number < 0x8000) codes.push(number);
  else codes.push(0x8000 | (number >>> 15), number & 0x7fff);
}
