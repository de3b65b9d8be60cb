/** A Raft client: it asks one server after the other until one says that its entry is committed (§8). */
import type { NodeEvent, NodeId } from '#simulator/protocol.ts';
import type { ClientMemory, PendingRequest, Raft, RaftDurable, RaftMessage, RaftOptions, RaftTimer } from './raft.ts';

export const bootClient = (): ReturnType<Raft['boot']> => ({
  volatile: { role: 'client', server: 0, pending: null },
  effects: [],
});

export function stepClient(
  { servers }: RaftOptions,
  durable: RaftDurable,
  volatile: ClientMemory,
  event: NodeEvent<RaftMessage, RaftTimer, string>,
): ReturnType<Raft['step']> {
  const { server, pending } = volatile;
  const ask = (to: NodeId, asked: PendingRequest): ReturnType<Raft['step']> => ({
    durable,
    volatile: { role: 'client', server: to, pending: asked },
    effects: [
      { kind: 'setTimer', timer: 'retry', least: 150, most: 200 },
      { kind: 'send', to, message: { kind: 'ClientRequest', ...asked } },
    ],
  });
  if (event.kind === 'request') return ask(server, { operation: event.operation, value: event.request });
  if (event.kind === 'timer' && pending) return ask((server + 1) % servers, pending);
  const isAnswered =
    event.kind === 'message' && event.message.kind === 'ClientReply' && event.message.operation === pending?.operation;
  if (!isAnswered) return { durable, volatile, effects: [] };
  return {
    durable,
    volatile: { role: 'client', server: event.from, pending: null },
    effects: [
      { kind: 'clearTimer', timer: 'retry' },
      { kind: 'respond', operation: event.message.operation, response: 'committed' },
    ],
  };
}
