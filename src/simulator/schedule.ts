/**
 * The timed driver: a seed decides how long each packet travels, which are lost, and when each timer fires. Virtual
 * time; the same seed gives the same run.
 */
import { randomFrom } from '#base/random.ts';
import { initialWorld, transition } from './apply.ts';
import type { Move } from './move.ts';
import { createPlan } from './plan.ts';
import type { AnyProtocol, NodeId } from './protocol.ts';
import type { Setup, World } from './world.ts';

export interface Link {
  /** Least and most units of time that a packet travels. */
  readonly latency: readonly [least: number, most: number];
  /** The share of packets that are lost, 0 to 1. */
  readonly loss: number;
  /** The share of packets that arrive twice, 0 to 1. */
  readonly duplication: number;
}

export interface ScheduleOptions<P extends AnyProtocol> {
  readonly link: Link;
  /** Links that differ from the others. */
  readonly links?: readonly { readonly between: readonly [NodeId, NodeId]; readonly link: Link }[];
  /** Moves made at set times, whatever else happens. */
  readonly faults?: readonly { readonly at: number; readonly move: Move<P> }[];
  /** When each node's client asks: least and most units after the start, or after its last answer. */
  readonly thinkTime?: readonly [least: number, most: number];
  /** How fast each node's clock runs, in ticks a unit of time: 1 keeps time. Absent: clocks stand still, which is cheaper. */
  readonly clockRates?: readonly number[];
}

export interface Happening<P extends AnyProtocol> {
  readonly at: number;
  readonly move: Move<P>;
  readonly world: World<P>;
}

/** Every move of a run from `start` in order of time, for as long as somebody asks. Ends when nothing is left to happen. */
export function* schedule<P extends AnyProtocol>(
  setup: Setup<P>,
  seed: number,
  options: ScheduleOptions<P>,
  start: World<P> = initialWorld(setup),
): Generator<Happening<P>, void> {
  const plan = createPlan(setup, randomFrom(seed), options);
  let world = start;
  plan.start(world);
  for (;;) {
    const next = plan.next(world);
    if (next === undefined) return;
    const result = transition(setup, world, next.move);
    world = result.world;
    plan.follow(next, result);
    yield { at: next.at, move: next.move, world };
  }
}
