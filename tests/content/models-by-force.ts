/**
 * Does a model allow a history? Every order is tried, so histories are small. Below sequential a model lets each client
 * have its own order of all writes and its own reads (Steinke & Nutt 2004), bound by what the model promises.
 */
import { linearizable } from '#simulator/check/linearizable.ts';
import type { RecordedEvent } from '#simulator/check/history.ts';
import type { SequentialSpec } from '#simulator/check/specs.ts';
import type { HistoryOperation } from '#content/models.ts';

/** One read or write of one register; an operation of a transaction may have several. */
export interface Part {
  readonly operation: number;
  readonly client: string;
  readonly transaction: string;
  readonly kind: 'read' | 'write';
  readonly register: string;
  readonly value: number;
  readonly from: number;
  readonly until: number;
}

type Before = (one: Part, other: Part) => boolean;

export function partsOf(operations: readonly HistoryOperation[]): readonly Part[] {
  return operations.flatMap(({ client, transaction, op, from, until }, operation) =>
    op.split(', ').map((words) => {
      const [, kind, register, value] = /^(read|write) ([a-z])(?: =|:) (\d+)$/.exec(words) ?? [];
      if ((kind !== 'read' && kind !== 'write') || register === undefined) throw new Error(`What is “${words}”?`);
      const own = transaction ?? `operation ${operation}`;
      return { operation, client, transaction: own, kind, register, value: Number(value), from, until } as const;
    }),
  );
}

const allowed: Readonly<Record<string, (parts: readonly Part[]) => boolean>> = {
  'strict-serializable': (parts) => isSerializable(parts, true),
  serializable: (parts) => isSerializable(parts, false),
  linearizable: isLinearizable,
  sequential: (parts) => hasOrder(parts, ownOrder(parts)),
  causal: (parts) => eachSees(parts, causes(parts)),
  pram: (parts) => eachSees(parts, ownOrder(parts)),
  'writes-follow-reads': (parts) => {
    const own = ownOrder(parts);
    const follows: Before = (one, other) =>
      other.kind === 'write' && parts.some((read) => isReadFrom(one, read) && own(read, other));
    return eachSees(parts, follows);
  },
  'monotonic-reads': (parts) => eachSees(parts, between(parts, 'read', 'read')),
  'monotonic-writes': (parts) => eachSees(parts, between(parts, 'write', 'write')),
  'read-your-writes': (parts) => eachSees(parts, between(parts, 'write', 'read')),
  // It promises an end that a history of finite length has not reached.
  eventual: () => true,
};

export const checkedModels: ReadonlySet<string> = new Set(Object.keys(allowed));
export const forbids = (model: string, parts: readonly Part[]): boolean => allowed[model]?.(parts) === false;

const ownOrder =
  (parts: readonly Part[]): Before =>
  (one, other) =>
    one.client === other.client && parts.indexOf(one) < parts.indexOf(other);

const between = (parts: readonly Part[], first: Part['kind'], second: Part['kind']): Before => {
  const own = ownOrder(parts);
  return (one, other) => one.kind === first && other.kind === second && own(one, other);
};

/** No register of these histories is given one value twice. */
const isReadFrom: Before = (write, read) =>
  write.kind === 'write' && read.kind === 'read' && write.register === read.register && write.value === read.value;

/** A client's own order, what it read from, and what follows from both. */
function causes(parts: readonly Part[]): Before {
  const own = ownOrder(parts);
  const after = new Map(parts.map((one) => [one, parts.filter((other) => own(one, other) || isReadFrom(one, other))]));
  const reaches = (one: Part, other: Part, seen: Set<Part>): boolean =>
    (after.get(one) ?? []).some((next) => {
      if (next === other) return true;
      return !seen.has(next) && reaches(next, other, seen.add(next));
    });
  return (one, other) => reaches(one, other, new Set());
}

const eachSees = (parts: readonly Part[], before: Before): boolean =>
  [...new Set(parts.map(({ client }) => client))].every((client) =>
    hasOrder(
      parts.filter((part) => part.kind === 'write' || part.client === client),
      before,
    ),
  );

type Registers = Readonly<Record<string, number>>;

/** Whether one copy, asked one thing at a time in an order that keeps `before`, would have answered so. */
function hasOrder(rest: readonly Part[], before: Before, registers: Registers = {}): boolean {
  if (rest.length === 0) return true;
  return rest.some((part) => {
    const after = answered(part, registers);
    if (after === undefined || rest.some((other) => other !== part && before(other, part))) return false;
    return hasOrder(
      rest.filter((other) => other !== part),
      before,
      after,
    );
  });
}

function answered({ kind, register, value }: Part, registers: Registers): Registers | undefined {
  if (kind === 'write') return { ...registers, [register]: value };
  return (registers[register] ?? 0) === value ? registers : undefined;
}

function isSerializable(parts: readonly Part[], keepsRealTime: boolean): boolean {
  const names = [...new Set(parts.map(({ transaction }) => transaction))];
  const partsOfOne = (name: string) => parts.filter(({ transaction }) => transaction === name);
  const endsBefore = (one: string, other: string) =>
    Math.max(...partsOfOne(one).map(({ until }) => until)) < Math.min(...partsOfOne(other).map(({ from }) => from));
  const go = (rest: readonly string[], registers: Registers): boolean =>
    rest.length === 0 ||
    rest.some((name) => {
      if (keepsRealTime && rest.some((other) => other !== name && endsBefore(other, name))) return false;
      const after = partsOfOne(name).reduce<Registers | undefined>(
        (state, part) => state && answered(part, state),
        registers,
      );
      return (
        after !== undefined &&
        go(
          rest.filter((other) => other !== name),
          after,
        )
      );
    });
  return go(names, {});
}

type RegisterOp = Pick<Part, 'kind' | 'register' | 'value'>;

const registers: SequentialSpec<number, RegisterOp> = {
  init: 0,
  step: (state, { kind, value }) => (kind === 'write' ? value : state === value ? state : undefined),
  keyOf: ({ register }) => register,
};

/** The simulator's own checker; the parts of one operation overlap, as far as it can tell. */
function isLinearizable(parts: readonly Part[]): boolean {
  const ends = parts.flatMap((op, process) => [
    { at: op.from, event: { process, kind: 'invoke', op } as const },
    { at: op.until + 0.5, event: { process, kind: 'ok', op } as const },
  ]);
  const log: readonly RecordedEvent<RegisterOp>[] = ends
    .toSorted((one, other) => one.at - other.at)
    .map(({ event }) => event);
  return linearizable(registers, log).kind === 'linearizable';
}
