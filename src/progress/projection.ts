import type { Memory } from '#scheduling/memory.ts';
import type { EventKind, EventOf } from './event.ts';
import type { Rows, SubjectKind } from './rows.ts';

/** How the row of one kind of subject comes about: the row before any event, and one pure reducer for each event that touches it. */
export interface Projection<Kind extends SubjectKind> {
  readonly initial: (key: string) => Rows[Kind];
  readonly on: {
    readonly [Event in EventKind]?: (row: Rows[Kind], event: EventOf<Event>, memory: Memory) => Rows[Kind];
  };
}
