/** What the lab says. */
import type { Operation } from '#simulator/check/history.ts';
import type { RegisterOp } from '#simulator/check/specs.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import type { Setup, World } from '#simulator/world.ts';
import type { Standing } from './lab-model.ts';
import type { LabFault } from './settings.ts';
import type { Violation } from './verdict.ts';

/** A moment of virtual time, short. */
export const timeText = (at: number): string => (at < 10 ? at.toFixed(2) : at < 1000 ? at.toFixed(1) : at.toFixed(0));

export const movesText = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'move' : 'moves'}`;

export const momentText = ({ now, count }: Standing): string => `Time ${timeText(now)} · ${movesText(count)}`;

/** “Election Safety” is broken by move 3: two leaders in term 1. */
export const brokenText = ({ invariant, why, step }: Violation): string =>
  `“${invariant}” is broken by move ${step.toLocaleString('en')}: ${why.replace(/\.$/, '')}.`;

/** What its invariants have said so far. */
export function holdsText({ setUp: { invariants }, count }: Standing): string {
  const names = invariants.map(({ name }) => `“${name}”`).join(', ');
  const worlds = count === 0 ? 'at the start' : `in each of ${(count + 1).toLocaleString('en')} worlds so far`;
  return `${names}: ${invariants.length === 1 ? 'it holds' : 'all hold'} ${worlds}.`;
}

const kinds = {
  crash: 'crashes',
  restart: 'starts again',
  pause: 'pauses',
  resume: 'goes on',
  cut: 'is cut off',
  heal: 'is connected again',
} as const;

/** "B crashes at 400", "the link between A and B is cut at 800". */
export function faultText({ at, kind, node, other }: LabFault, names: readonly string[]): string {
  const name = names[node] ?? '';
  return other === undefined
    ? `At ${timeText(at)}: ${name} ${kinds[kind]}`
    : `At ${timeText(at)}: the link between ${name} and ${names[other] ?? ''} ${kind === 'cut' ? 'is cut' : 'carries again'}`;
}

export interface OperationLine {
  readonly operation: number;
  readonly client: string;
  readonly asked: string;
  /** `null` while it waits. */
  readonly answered: string | null;
}

/** What clients asked and were told up to a world, the latest first. */
export function operationLines(
  setup: Setup<AnyProtocol>,
  names: readonly string[],
  { history }: World<AnyProtocol>,
  most: number,
): readonly OperationLine[] {
  const { request, response } = setup.protocol.words;
  const lines = new Map<number, OperationLine>();
  for (const event of history) {
    const { operation } = event;
    if (event.kind === 'invoked')
      lines.set(operation, {
        operation,
        client: names[event.node] ?? '',
        asked: request(event.request),
        answered: null,
      });
    else {
      const line = lines.get(operation);
      if (line) lines.set(operation, { ...line, answered: response(event.response) });
    }
  }
  return [...lines.values()].slice(-most).toReversed();
}

/** As short as it fits beside a bar. */
export const operationLabel = ({ op, returnedAt }: Operation<RegisterOp>): string => {
  if (op.kind === 'write') return `write ${op.value ?? 'nothing'}`;
  if (op.kind === 'read') return returnedAt === null ? 'read' : `read ${op.value ?? 'nothing'}`;
  return 'exchange';
};
