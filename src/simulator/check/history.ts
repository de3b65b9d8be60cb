/** What clients did and saw, as checkers read it: from a simulated world, or from a log of a real system. */
import { assert } from '#base/assert.ts';
import type { AnyProtocol, RequestOf, ResponseOf } from '../protocol.ts';
import type { World } from '../world.ts';

/**
 * One line of a log, in the order of real time. An `invoke` says what is asked, an `ok` the same operation with its
 * answer. `fail`: it surely did not happen. `info`, and an invocation without an end: it may happen, even later.
 */
export interface RecordedEvent<Op> {
  readonly process: number;
  readonly kind: 'invoke' | 'ok' | 'fail' | 'info';
  readonly op: Op;
}

/** An operation with its interval, in places of the log. */
export interface Operation<Op> {
  readonly process: number;
  readonly op: Op;
  readonly invokedAt: number;
  /** `null`: its outcome is not known. */
  readonly returnedAt: number | null;
}

/** Operations in the order of their invocations, without those that failed. */
export function operationsOf<Op>(events: readonly RecordedEvent<Op>[]): Operation<Op>[] {
  const operations: (Operation<Op> | undefined)[] = [];
  const openByProcess = new Map<number, number>();
  events.forEach(({ process, kind, op }, at) => {
    if (kind === 'invoke') {
      openByProcess.set(process, operations.length);
      operations.push({ process, op, invokedAt: at, returnedAt: null });
      return;
    }
    const place = openByProcess.get(process);
    assert(place !== undefined, `process ${process} has nothing under way at event ${at}`);
    openByProcess.delete(process);
    const begun = operations[place] as Operation<Op>;
    if (kind === 'ok') operations[place] = { ...begun, op, returnedAt: at };
    if (kind === 'fail') operations[place] = undefined;
  });
  return operations.filter((operation) => operation !== undefined);
}

/** How one answer is read: what the operation was with it, and whether it says that it happened. */
export type Reading<Op> = Omit<RecordedEvent<Op>, 'process'>;

/** The log of a world's clients. `invoked` puts a request into the checker's words, `returned` a request with its answer. */
export function eventsOf<P extends AnyProtocol, Op>(
  { history }: Pick<World<P>, 'history'>,
  invoked: (request: RequestOf<P>) => Op,
  returned: (request: RequestOf<P>, response: ResponseOf<P>) => Reading<Op>,
): RecordedEvent<Op>[] {
  const asked: RequestOf<P>[] = [];
  return history.map((event) => {
    if (event.kind === 'returned')
      return { process: event.node, ...returned(asked[event.operation] as RequestOf<P>, event.response) };
    asked[event.operation] = event.request;
    return { process: event.node, kind: 'invoke', op: invoked(event.request) };
  });
}
