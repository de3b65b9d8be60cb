/** A Raft client: it asks one server after the other until one says that its entry is committed (§8). */
import type { NodeEvent } from '#simulator/protocol.ts';
import type { ClientMemory, Raft, RaftDurable, RaftEffect, RaftMessage, RaftOptions, RaftTimer } from './raft.ts';

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
  if (event.kind === 'request')
    return ask(durable, { role: 'client', server, pending: { operation: event.operation, value: event.request } });
  if (pending === null) return { durable, volatile, effects: [] };
  if (event.kind === 'timer') return ask(durable, { role: 'client', server: (server + 1) % servers, pending });
  const isAnswer = event.message.kind === 'ClientReply' && event.message.operation === pending.operation;
  if (!isAnswer) return { durable, volatile, effects: [] };
  const effects: RaftEffect[] = [
    { kind: 'clearTimer', timer: 'retry' },
    { kind: 'respond', operation: pending.operation, response: 'committed' },
  ];
  return { durable, volatile: { role: 'client', server: event.from, pending: null }, effects };
}

function ask(durable: RaftDurable, volatile: ClientMemory): ReturnType<Raft['step']> {
  const effects: RaftEffect[] = [{ kind: 'setTimer', timer: 'retry', least: 150, most: 200 }];
  if (volatile.pending)
    effects.push({ kind: 'send', to: volatile.server, message: { kind: 'ClientRequest', ...volatile.pending } });
  return { durable, volatile, effects };
}
