/** Replaying a log off the main thread: events come in slices, then the rows go back, with word of how far it is. It opens no database. */
import type { LogEvent } from '#progress/event.ts';
import { type Projected, replayInSlices } from '#progress/replay.ts';
import type { Subject } from '#progress/rows.ts';
import { fsrs } from '#scheduling/fsrs.ts';

export type RebuildRequest =
  | { readonly kind: 'take'; readonly events: readonly LogEvent[] }
  /** All events have been handed over. */
  | { readonly kind: 'replay' };

export type RebuildReply =
  /** A slice has arrived; the next one may be sent. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'replayed'; readonly events: number }
  | { readonly kind: 'rows'; readonly rows: ReadonlyMap<Subject, Projected> };

const EVENTS_PER_REPLY = 5000;

export function createRebuilder(reply: (message: RebuildReply) => void): (request: RebuildRequest) => void {
  const log: LogEvent[] = [];
  return (request) => {
    if (request.kind === 'take') {
      for (const event of request.events) log.push(event);
      return reply({ kind: 'taken' });
    }
    const replaying = replayInSlices(log, fsrs, EVENTS_PER_REPLY);
    let step = replaying.next();
    for (; !step.done; step = replaying.next()) reply({ kind: 'replayed', events: step.value });
    reply({ kind: 'rows', rows: step.value });
  };
}
