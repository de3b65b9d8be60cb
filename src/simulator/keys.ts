import type { AnyProtocol } from './protocol.ts';
import type { Setup, World } from './world.ts';

/**
 * Keys of worlds by interning: each part (a node's state, a packet, a history) is numbered the first time its content
 * is met, and a world's key is the numbers of its parts. Parts that a move did not touch are the same objects, so a key
 * costs little more than what changed.
 */
export function createKeys<P extends AnyProtocol>(setup: Setup<P>): (world: World<P>) => string {
  const numberByContent = new Map<string, number>();
  const numberByObject = new WeakMap<object, number>();

  const numberOfContent = (content: string): number => {
    const known = numberByContent.get(content);
    if (known !== undefined) return known;
    const number = numberByContent.size;
    numberByContent.set(content, number);
    return number;
  };
  const numberOf = (part: object): number => {
    const known = numberByObject.get(part);
    if (known !== undefined) return known;
    const number = numberOfContent(JSON.stringify(part));
    numberByObject.set(part, number);
    return number;
  };
  /** A log is numbered by what it was and what was added. */
  const numberOfLog = (log: World<P>['history']): number => {
    const known = numberByObject.get(log);
    if (known !== undefined) return known;
    const number = log.before
      ? numberOfContent(`${numberOfLog(log.before)}+${numberOf(log.last as object)}`)
      : numberOfContent('log');
    numberByObject.set(log, number);
    return number;
  };

  return (world) => {
    let key = '';
    for (const node of world.nodes) key += `${numberOf(node)},`;
    key += '|';
    for (const packet of world.network) key += `${numberOf(packet)},`;
    const { cuts, budget, asked, waiting } = world;
    key += `|${numberOf(budget)}|${numberOf(asked)}|${numberOf(waiting)}`;
    if (cuts.length > 0) key += `|${numberOf(cuts)}`;
    if (setup.keepsHistory) key += `h${numberOfLog(world.history)}`;
    return key;
  };
}
