/** A run that goes on as long as somebody asks: what happened lately is kept, and each world is judged. It knows no clock and no screen. */
import type { AnyProtocol } from '#simulator/protocol.ts';
import { schedule, type Happening } from '#simulator/schedule.ts';
import type { World } from '#simulator/world.ts';
import type { LabSetUp } from './lab-set-up.ts';
import { violationIn, type Violation } from './verdict.ts';

type AnyHappening = Happening<AnyProtocol>;

/** How many happenings can be looked at again. */
export const KEPT = 2_000;

export interface LabRun {
  /** Virtual time. */
  readonly now: () => number;
  /** How many moves have been made, ticks of clocks aside. */
  readonly count: () => number;
  /** The latest happenings, the oldest first. */
  readonly kept: () => readonly AnyHappening[];
  /** The world before the first that is kept. */
  readonly before: () => World<AnyProtocol>;
  readonly world: () => World<AnyProtocol>;
  /** The first violation; a run stops at it once, and goes on if told to. */
  readonly violation: () => Violation | null;
  /** Nothing is left to happen. */
  readonly hasEnded: () => boolean;
  /** Lets time pass up to `until`, as long as `mayGoOn` says so. True where it got there; false at a violation too. */
  readonly advance: (until: number, mayGoOn: () => boolean) => boolean;
  /** One happening more; false where there is none. */
  readonly step: () => boolean;
}

/** Clocks tick for ever: when nothing else has happened for so many ticks, nothing else will. */
const IDLE_TICKS = 5_000;

/** How many happenings pass between two looks at the clock. */
const UNWATCHED = 2;

export function createLabRun({ setup, settings, timed, start, invariants }: LabSetUp): LabRun {
  const happenings = schedule(setup, settings.seed, timed, start);
  let next = happenings.next();
  let kept: AnyHappening[] = [];
  let before = start;
  let world = start;
  let count = 0;
  let now = 0;
  let isIdle = false;
  let violation = violationIn(invariants, start, 0, 0);

  /** True where it is the one that broke something. */
  const take = (happening: AnyHappening): boolean => {
    next = happenings.next();
    now = Math.max(now, happening.at);
    world = happening.world;
    // A clock's tick is seen in the next world; as a happening of its own it would crowd out all others.
    if (happening.move.kind !== 'tick') {
      count++;
      kept.push(happening);
      if (kept.length >= 2 * KEPT) {
        before = kept[kept.length - KEPT - 1]?.world ?? before;
        kept = kept.slice(-KEPT);
      }
    }
    if (violation !== null) return false;
    violation = violationIn(invariants, world, happening.at, count);
    return violation !== null;
  };

  return {
    now: () => now,
    count: () => count,
    kept: () => kept,
    before: () => before,
    world: () => world,
    violation: () => violation,
    hasEnded: () => next.done === true || isIdle,
    advance: (until, mayGoOn) => {
      for (let passed = 1; !next.done && next.value.at <= until; passed++) {
        if (take(next.value)) return false;
        if (passed % UNWATCHED === 0 && !mayGoOn()) return false;
      }
      now = Math.max(now, until);
      return true;
    },
    step: () => {
      for (let ticks = 0; !next.done && ticks < IDLE_TICKS; ticks++) {
        const { kind } = next.value.move;
        take(next.value);
        if (kind !== 'tick') return true;
      }
      isIdle = true;
      return false;
    },
  };
}
