/** A run of the lab as an author writes it into a section: the `simulation` of a figure. */
import { sentence } from '#simulator/sentence.ts';
import type { Standing } from './lab-model.ts';
import type { LabRun } from './lab-run.ts';
import { movesOf, type LabSetUp } from './lab-set-up.ts';
import { isByHand } from './settings.ts';

/** `until` is the last moment that is drawn. */
export function figureJson({ setUp, run }: Pick<Standing, 'setUp' | 'run'>, until: number): string {
  const { settings, setup } = setUp;
  const { protocol, broken, size, options, rounds, clients, requests, names } = settings;
  const violation = run.violation();
  const simulation = {
    protocol,
    ...(broken !== undefined && { broken }),
    ...(size !== undefined && { size }),
    ...(options && { options }),
    ...((rounds ?? clients ?? requests) !== undefined && { requests: setup.requests }),
    ...(names && { names }),
    ...(isByHand(settings) ? { moves: scriptOf(setUp, run) } : { timed: timedOf(setUp, until) }),
    ...(violation && violation.at <= until && { breaks: violation.invariant }),
  };
  return JSON.stringify({ simulation }, null, 2);
}

const scriptOf = ({ setup }: LabSetUp, run: LabRun): readonly string[] =>
  run.kept().map(({ move }, place, kept) => sentence(setup, kept[place - 1]?.world ?? run.before(), move));

function timedOf({ settings: { seed }, setup, timed, faults }: LabSetUp, until: number) {
  const { latency, loss, duplication } = timed.link;
  return {
    seed,
    until: Math.ceil(until),
    link: { latency, loss, duplication },
    ...(faults.length > 0 && {
      faults: faults.flatMap((fault) =>
        movesOf(fault, setup.size).map(({ at, move }) => ({ at, move: sentence(setup, { asked: [] }, move) })),
      ),
    }),
    ...(timed.thinkTime && { thinkTime: timed.thinkTime }),
    ...(timed.clockRates && { clockRates: timed.clockRates }),
  };
}
