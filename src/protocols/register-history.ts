/** What clients of a replicated register ask and are told, and what a history of it shows. Shared by the registers here. */
import { eventsOf, operationsOf, type Operation, type RecordedEvent } from '#simulator/check/history.ts';
import { linearizable } from '#simulator/check/linearizable.ts';
import { register, type RegisterOp } from '#simulator/check/specs.ts';
import type { Protocol } from '#simulator/protocol.ts';
import type { World } from '#simulator/world.ts';

export type RegisterRequest = { readonly kind: 'read' } | { readonly kind: 'write'; readonly value: string };
/** `refused`: it was not done as far as the client can know, and may yet be. */
export type RegisterResponse =
  | { readonly kind: 'read'; readonly value: string | null }
  | { readonly kind: 'written' }
  | { readonly kind: 'refused' };
// oxlint-disable-next-line typescript/no-explicit-any -- any states and messages, as long as clients speak of a register
export type RegisterProtocol = Protocol<any, any, any, any, RegisterRequest, RegisterResponse>;
type History = Pick<World<RegisterProtocol>, 'history'>;

/** The log of a register's clients, for the checkers. */
export const registerEvents = (world: History): RecordedEvent<RegisterOp>[] =>
  eventsOf<RegisterProtocol, RegisterOp>(
    world,
    (request) => request,
    (request, response) => {
      if (response.kind === 'refused') return { kind: 'info', op: request };
      return { kind: 'ok', op: response.kind === 'read' ? response : request };
    },
  );

const knownFaults = new WeakMap<object, string | null>();

/** Why no order of the operations explains what clients saw; `null` where one does. Many worlds share a history: each is checked once. */
export function linearizabilityFault({ history }: History): string | null {
  const known = knownFaults.get(history);
  if (known !== undefined) return known;
  const result = linearizable(register, registerEvents({ history }));
  const fault = result.kind === 'violation' ? `no place for ${operationText(result.cannotPlace)}` : null;
  knownFaults.set(history, fault);
  return fault;
}

export const operationText = ({ op }: Operation<RegisterOp>): string =>
  op.kind === 'read'
    ? `the read of ${op.value ?? 'nothing'}`
    : op.kind === 'write'
      ? `the write of ${op.value ?? 'nothing'}`
      : 'the exchange';

type Interval = Operation<RegisterOp>;
const isBefore = (one: Interval, other: Interval): boolean =>
  one.returnedAt !== null && one.returnedAt < other.invokedAt;

/** Reads that returned a value older than a write acknowledged before they began. Written values must differ. */
export function staleReads(world: History): readonly Interval[] {
  const operations = operationsOf(registerEvents(world));
  return readsOf(operations).filter((read) =>
    operations.some((write) => write.op.kind === 'write' && isBefore(write, read) && isOlder(operations, read, write)),
  );
}

/** What is observed of any register, from what its clients saw. Needs the history. */
export const registerObservations = {
  linearizable: (world: History) => linearizabilityFault(world) === null,
  /** Reads that returned a value older than a write acknowledged before they began. */
  staleReads: (world: History) => staleReads(world).length,
  /** Pairs of reads, one after the other, of which the later returned the older value. */
  readsGoneBack: (world: History) => newThenOld(world).length,
  writesAcknowledged: (world: History) => countOf(world, ({ op }) => op.kind === 'write'),
  readsAnswered: (world: History) => countOf(world, ({ op }) => op.kind === 'read'),
};

const countOf = (world: History, isMeant: (operation: Interval) => boolean): number =>
  operationsOf(registerEvents(world)).filter((operation) => operation.returnedAt !== null && isMeant(operation)).length;

/** Pairs of reads, one after the other, of which the later returned the older value. */
export function newThenOld(world: History): readonly (readonly [Interval, Interval])[] {
  const operations = operationsOf(registerEvents(world));
  const reads = readsOf(operations);
  return reads.flatMap((first) => {
    const write = writeOf(operations, first);
    if (write === undefined) return [];
    return reads
      .filter((second) => isBefore(first, second) && isOlder(operations, second, write))
      .map((second) => [first, second] as const);
  });
}

/** Answered reads of one client that it asked after a write of another was acknowledged: of what is new to them. */
export function readsAfterWrites(world: History): readonly Interval[] {
  const operations = operationsOf(registerEvents(world));
  return readsOf(operations).filter((read) =>
    operations.some((write) => write.op.kind === 'write' && write.process !== read.process && isBefore(write, read)),
  );
}

const readsOf = (operations: readonly Interval[]) =>
  operations.filter(({ op, returnedAt }) => op.kind === 'read' && returnedAt !== null);

const writeOf = (operations: readonly Interval[], read: Interval): Interval | undefined =>
  operations.find(({ op }) => op.kind === 'write' && read.op.kind === 'read' && op.value === read.op.value);

/** Whether what was read is surely older than what `write` wrote. */
function isOlder(operations: readonly Interval[], read: Interval, write: Interval): boolean {
  const source = writeOf(operations, read);
  return source === undefined || isBefore(source, write);
}
