/** A run of the lab as an author writes it into a section: the `simulation` of a figure. */
import { sentence } from '#simulator/sentence.ts';
import { movesOf, type LabSetUp } from './lab-set-up.ts';

/** `until` is the last moment that is drawn. */
export function figureJson({ settings, setup, timed, faults }: LabSetUp, until: number): string {
  const { protocol, broken, size, options, seed, rounds, clients } = settings;
  const { latency, loss, duplication } = timed.link;
  const simulation = {
    protocol,
    ...(broken !== undefined && { broken }),
    ...(size !== undefined && { size }),
    ...(options && { options }),
    ...((rounds !== undefined || clients !== undefined) && { requests: setup.requests }),
    timed: {
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
    },
  };
  return JSON.stringify({ simulation }, null, 2);
}
