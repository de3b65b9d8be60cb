/** A protocol's example, set up as the lab's settings say. */
import { failed, ok, type Result } from '#base/result.ts';
import type { CatalogEntry, Example } from '#protocols/catalog-entry.ts';
import { anyFault, faultSaid } from '#figures/simulate.ts';
import { exampleOf, variationFaultText, type Variation } from '#protocols/example-of.ts';
import type { Move } from '#simulator/move.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import type { ScheduleOptions } from '#simulator/schedule.ts';
import { initialWorld } from '#simulator/apply.ts';
import { nodeName } from '#simulator/sentence.ts';
import type { Setup, World } from '#simulator/world.ts';
import { isByHand, limits, type LabFault, type LabSettings } from './settings.ts';

export interface LabSetUp {
  readonly entry: CatalogEntry;
  readonly settings: LabSettings;
  readonly setup: Setup<AnyProtocol>;
  readonly start: World<AnyProtocol>;
  readonly timed: ScheduleOptions<AnyProtocol>;
  readonly invariants: Example<AnyProtocol>['invariants'];
  readonly names: readonly string[];
  /** Nodes whose clients may ask. */
  readonly askers: readonly number[];
  /** The faults that happen, in words of the settings: the example's own where the settings name none. */
  readonly faults: readonly LabFault[];
}

/** The fault is a sentence. */
export function labSetUp(entry: CatalogEntry, settings: LabSettings): Result<LabSetUp, string> {
  const { broken, size, options, names, rounds = 1, clients = Infinity } = settings;
  const asked = settings.requests as Variation['requests'];
  const varied = exampleOf(entry, { broken, size, options, names, requests: asked });
  if (!varied.ok) return failed(`${entry.name}: ${variationFaultText(varied.fault)}.`);
  const { setup: own, timed, invariants } = varied.value;
  const askers = own.requests.flatMap((requests, node) => (requests.length > 0 ? [node] : []));
  const asking = new Set(askers.slice(0, clients));
  const requests = own.requests.map((each, node) => (asking.has(node) ? repeated(each, rounds) : []));
  const setup = { ...own, requests, ...(isByHand(settings) && { budget: anyFault, sheltered: [] }) };
  const wanted = settings.faults ?? toldFaults(setup, settings.told);
  const faults = wanted?.filter(({ node, other = 0 }) => Math.max(node, other) < own.size);
  return ok({
    entry,
    settings,
    setup,
    start: initialWorld(setup),
    timed: timedAs(settings, timed, own.size, faults),
    invariants,
    names: Array.from({ length: own.size }, (_, node) => nodeName(own, node)),
    askers,
    faults: faults ?? ownFaults(timed),
  });
}

function timedAs(
  { latency, loss, duplication, thinkTime, clockRates }: LabSettings,
  own: ScheduleOptions<AnyProtocol>,
  size: number,
  faults: readonly LabFault[] | undefined,
): ScheduleOptions<AnyProtocol> {
  const link = {
    latency: latency ?? own.link.latency,
    loss: loss ?? own.link.loss,
    duplication: duplication ?? own.link.duplication,
  };
  return {
    link,
    // Links that the example sets apart differ in latency; whoever chooses one for all means all.
    ...(own.links && latency === undefined && { links: own.links }),
    ...((thinkTime ?? own.thinkTime) && { thinkTime: thinkTime ?? own.thinkTime }),
    ...((clockRates ?? own.clockRates) && { clockRates: clockRates ?? own.clockRates }),
    ...((faults ?? own.faults) && { faults: faults?.flatMap((fault) => movesOf(fault, size)) ?? own.faults }),
  } as ScheduleOptions<AnyProtocol>;
}

/** A node is cut off by cutting each of its links. */
export function movesOf({ at, kind, node, other }: LabFault, size: number): { at: number; move: Move<AnyProtocol> }[] {
  if (kind !== 'cut' && kind !== 'heal') return [{ at, move: { kind, node } }];
  const others = other === undefined ? Array.from({ length: size }, (_, each) => each) : [other];
  return others
    .filter((each) => each !== node)
    .map((each) => ({ at, move: { kind, between: [Math.min(node, each), Math.max(node, each)] } }));
}

/** A sentence that is no fault of the cluster is left out. */
const toldFaults = (setup: Setup<AnyProtocol>, told: LabSettings['told']): readonly LabFault[] | undefined =>
  told &&
  ownFaults({
    faults: told.flatMap(({ at, move: said }) => {
      const move = faultSaid(setup, said);
      return move ? [{ at, move }] : [];
    }),
  });

function ownFaults({ faults = [] }: Pick<ScheduleOptions<AnyProtocol>, 'faults'>): readonly LabFault[] {
  return faults.flatMap(({ at, move }): LabFault[] => {
    if ('between' in move) return [{ at, kind: move.kind, node: move.between[0], other: move.between[1] }];
    const isKnown = move.kind === 'crash' || move.kind === 'restart' || move.kind === 'pause' || move.kind === 'resume';
    return isKnown ? [{ at, kind: move.kind, node: move.node }] : [];
  });
}

/** The same requests again and again, up to a number that no device minds. */
function repeated<Request>(requests: readonly Request[], rounds: number): readonly Request[] {
  const times = Math.min(rounds, limits.rounds[1]);
  return Array.from({ length: times }, (_, round) => requests.map((request) => afresh(request, round))).flat();
}

/** Values are single letters in all examples. A repeat writes new ones, since checkers tell writes apart by what they write. */
function afresh<Value>(value: Value, round: number): Value {
  if (round === 0) return value;
  if (typeof value === 'string') return (/^[a-z]$/.test(value) ? `${value}${round + 1}` : value) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, afresh(each, round)])) as Value;
}
