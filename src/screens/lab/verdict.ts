/** Whether a run keeps what its protocol promises, asked world by world; and the words and the picture of what broke. */
import { operationText, registerEvents, type RegisterProtocol } from '#protocols/register-history.ts';
import { faultIn, type Invariant } from '#simulator/check/invariants.ts';
import { linearizable } from '#simulator/check/linearizable.ts';
import type { Operation } from '#simulator/check/history.ts';
import { register, type RegisterOp } from '#simulator/check/specs.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import type { World } from '#simulator/world.ts';

type AnyWorld = World<AnyProtocol>;

/** What was broken: when, by what name, and why. */
export interface Violation {
  readonly at: number;
  /** How many moves had been made. */
  readonly step: number;
  readonly invariant: string;
  readonly why: string;
  readonly history: HistoryViolation | null;
}

/** The histories that registers' clients see are drawn: the longest part that has an order, and what has no place in it. */
export interface HistoryViolation {
  /** In the order of their invocations. */
  readonly operations: readonly Operation<RegisterOp>[];
  /** The place of each operation in an order of the longest part that has one, from 1. */
  readonly order: ReadonlyMap<Operation<RegisterOp>, number>;
  readonly cannotPlace: Operation<RegisterOp>;
  readonly words: string;
}

/** The invariant whose fault is a history that has no order. */
const OF_HISTORY = 'Linearizability';

export function violationIn(
  invariants: readonly Invariant<AnyWorld>[],
  world: AnyWorld,
  at: number,
  step: number,
): Violation | null {
  const fault = faultIn(invariants, world);
  if (fault === null) return null;
  return { ...fault, at, step, history: fault.invariant === OF_HISTORY ? historyViolation(world) : null };
}

function historyViolation(world: AnyWorld): HistoryViolation | null {
  const result = linearizable(register, registerEvents(world as World<RegisterProtocol>));
  if (result.kind !== 'violation') return null;
  const { operations, prefix, cannotPlace, state } = result;
  return {
    operations,
    order: new Map(prefix.map((operation, place) => [operation, place + 1])),
    cannotPlace,
    words: `${sequence(prefix)} The register then holds ${state ?? 'nothing'}. No order has a place for ${operationText(cannotPlace)} beside all that was answered before it.`,
  };
}

const sequence = (prefix: readonly Operation<RegisterOp>[]): string =>
  prefix.length === 0
    ? 'Nothing could be placed before it.'
    : `The longest part that one thing at a time could have answered: ${prefix.map(operationText).join(', then ')}.`;
