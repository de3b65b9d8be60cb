import type { Log } from './log.ts';
import type { AnyProtocol, NodeId } from './protocol.ts';
import type { Budget, HistoryEvent, NodeState, Packet, World } from './world.ts';

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** A world while a move is being made: its fields may be replaced until it is handed out, what they hold never. */
export class Draft<P extends AnyProtocol> implements World<P> {
  nodes: World<P>['nodes'];
  network: readonly Packet<P>[];
  cuts: World<P>['cuts'];
  budget: Budget;
  asked: readonly number[];
  waiting: World<P>['waiting'];
  history: Log<HistoryEvent<P>>;

  constructor({ nodes, network, cuts, budget, asked, waiting, history }: World<P>) {
    this.nodes = nodes;
    this.network = network;
    this.cuts = cuts;
    this.budget = budget;
    this.asked = asked;
    this.waiting = waiting;
    this.history = history;
  }

  /** Takes one from a budget that is not spent. The timed driver has none to keep to. */
  spend(what: keyof Budget): void {
    const left = this.budget[what];
    if (left > 0 && left < Infinity) this.budget = { ...this.budget, [what]: left - 1 };
  }

  /** A copy of a node in its place, to be changed. */
  changeNode(id: NodeId): Writable<NodeState<P>> {
    const { status, durable, volatile, timers, clock } = this.nodes[id] as NodeState<P>;
    const node = { status, durable, volatile, timers, clock };
    const nodes = this.nodes.slice();
    nodes[id] = node;
    this.nodes = nodes;
    return node;
  }
}
