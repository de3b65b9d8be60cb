/** The stretch of a run that is drawn when it stands still, and which event of the picture is which instant of the run. */
import type { Run, RunEvent } from '#content/figure.ts';
import { runOfTrace } from '#figures/run-of-trace.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import type { Happening } from '#simulator/schedule.ts';
import { nodeName } from '#simulator/sentence.ts';
import type { Setup, World } from '#simulator/world.ts';

type AnyHappening = Happening<AnyProtocol>;

/** So many happenings are drawn at once. */
const SHOWN = 40;
/** Units of the picture for all of them: enough that no two moments fall together by rounding. */
const UNITS = 2_000;

export interface LabWindow {
  readonly run: Run;
  /** The place of the first drawn happening among all that are kept. */
  readonly first: number;
  /** The event that the last happening of the stretch brought, where it brought one. */
  readonly latest: number | null;
  /** The place among all kept happenings of the one that an event shows. */
  readonly placeOf: (event: number) => number;
}

/** What led up to the happening at `cursor`, and that one last. */
export function labWindow(
  setup: Setup<AnyProtocol>,
  before: World<AnyProtocol>,
  kept: readonly AnyHappening[],
  cursor: number,
): LabWindow {
  const first = Math.max(0, cursor + 1 - SHOWN);
  const shown = kept.slice(first, cursor + 1);
  const start = kept[first - 1]?.world ?? before;
  const began = kept[first - 1]?.at ?? 0;
  const scale = UNITS / Math.max(1e-6, (shown.at(-1)?.at ?? began) - began);
  const rebased = shown.map((happening) => ({ ...happening, at: happening.at - began }));
  const run = runOfTrace(setup, start, rebased, { scale, showsClocks: false, showsTimers: timersOf(setup, shown) });
  const at = rebased.map((happening) => Math.round(happening.at * scale));
  const events = [...standingAt(setup, start), ...run.events];
  return {
    run: { ...run, events },
    first,
    latest: latestOf(events, at.at(-1) ?? 0),
    placeOf: (event) => {
      const end = endOf(events[event]);
      const place = at.findIndex((moment) => moment >= end - 1);
      return first + (place < 0 ? at.length - 1 : place);
    },
  };
}

/** Timers that fired. */
const timersOf = (setup: Setup<AnyProtocol>, shown: readonly AnyHappening[]): readonly string[] => [
  ...new Set(shown.flatMap(({ move }) => (move.kind === 'fire' ? [setup.protocol.words.timer(move.timer)] : []))),
];

/** Who was down or paused before the stretch begins. */
const standingAt = (setup: Setup<AnyProtocol>, { nodes }: World<AnyProtocol>): readonly RunEvent[] =>
  nodes.flatMap(({ status }, node): RunEvent[] =>
    status === 'up'
      ? []
      : [
          {
            kind: status === 'down' ? 'crash' : 'pause',
            at: 0,
            node: `n${node}`,
            text: `${nodeName(setup, node)} is ${status}.`,
          },
        ],
  );

function endOf(event: RunEvent | undefined): number {
  if (event === undefined) return 0;
  return event.kind === 'message' ? event.arrives : event.at;
}

/** Of those that end with the last happening; a message that is merely under way ends later. */
function latestOf(events: readonly RunEvent[], end: number): number | null {
  const index = events.findLastIndex(
    (event) =>
      event.kind !== 'span' && !(event.kind === 'message' && event.isUnderWay) && Math.abs(endOf(event) - end) <= 1,
  );
  return index < 0 ? null : index;
}
