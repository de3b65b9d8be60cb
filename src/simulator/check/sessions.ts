/**
 * The four session guarantees (Terry et al. 1994, §3), from what the simulator knows and a client does not: which writes
 * the replica had applied that answered, and in which order.
 */

export type WriteId = string | number;

/** `sees`: the writes that the answering replica had applied, oldest first; for a write, itself the last. */
export type SessionEvent =
  | { readonly process: number; readonly kind: 'read'; readonly sees: readonly WriteId[] }
  | { readonly process: number; readonly kind: 'write'; readonly id: WriteId; readonly sees: readonly WriteId[] };

export type Guarantee = 'readYourWrites' | 'monotonicReads' | 'writesFollowReads' | 'monotonicWrites';

export interface SessionViolation {
  readonly guarantee: Guarantee;
  /** The event whose replica lacks `missing`, or applied it too late, and the session's earlier event that promised it. */
  readonly event: number;
  readonly promisedBy: number;
  readonly missing: WriteId;
}

interface Promised {
  readonly write: WriteId;
  readonly event: number;
}

/** The first breach of each guarantee that is breached. Events of a session are in the order in which they were answered. */
export function sessionViolations(events: readonly SessionEvent[]): SessionViolation[] {
  const found = new Map<Guarantee, SessionViolation>();
  const report = (guarantee: Guarantee, event: number, { write, event: promisedBy }: Promised): void => {
    if (!found.has(guarantee)) found.set(guarantee, { guarantee, event, promisedBy, missing: write });
  };
  const writes = new Map<number, Promised[]>();
  const reads = new Map<number, Promised[]>();
  /** What must stand before each write, wherever it is applied. */
  const before = new Map<
    WriteId,
    { readonly afterWrites: readonly Promised[]; readonly afterReads: readonly Promised[] }
  >();

  events.forEach((event, at) => {
    if (event.kind !== 'write') return;
    const session = events
      .slice(0, at)
      .flatMap((earlier, place) => (earlier.process === event.process ? [{ earlier, place }] : []));
    before.set(event.id, {
      afterWrites: session.flatMap(({ earlier, place }) =>
        earlier.kind === 'write' ? [{ write: earlier.id, event: place }] : [],
      ),
      afterReads: session.flatMap(({ earlier, place }) =>
        earlier.kind === 'read' ? earlier.sees.map((write) => ({ write, event: place })) : [],
      ),
    });
  });

  events.forEach((event, at) => {
    const order = new Map(event.sees.map((write, place) => [write, place]));
    const own = listOf(writes, event.process);
    const seen = listOf(reads, event.process);
    if (event.kind === 'read') {
      for (const promised of own) if (!order.has(promised.write)) report('readYourWrites', at, promised);
      for (const promised of seen) if (!order.has(promised.write)) report('monotonicReads', at, promised);
      for (const write of event.sees) seen.push({ write, event: at });
    } else own.push({ write: event.id, event: at });
    for (const [write, place] of order) {
      const isLate = (promised: Promised): boolean => (order.get(promised.write) ?? Infinity) > place;
      for (const promised of before.get(write)?.afterWrites ?? [])
        if (isLate(promised)) report('monotonicWrites', at, promised);
      for (const promised of before.get(write)?.afterReads ?? [])
        if (isLate(promised)) report('writesFollowReads', at, promised);
    }
  });
  return [...found.values()];
}

function listOf(lists: Map<number, Promised[]>, process: number): Promised[] {
  const list = lists.get(process) ?? [];
  lists.set(process, list);
  return list;
}
