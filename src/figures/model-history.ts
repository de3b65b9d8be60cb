/** What a model is judged by: which histories, and how one is drawn and told. */
import type { Run } from '#content/figure.ts';
import { strongerThan } from '#content/model-order.ts';
import type { HistoryOperation, Model } from '#content/models.ts';

/**
 * The models whose histories one is judged by: itself, and those below and beside it with a history that it forbids.
 * Which of them comes first differs, so that the first answer is not always the same.
 */
export function judgedBy(models: readonly Model[], model: Model): readonly Model[] {
  const above = strongerThan(models, model.id);
  const isNear = ({ id }: Model) => [model, ...above].some((other) => other.implies.includes(id));
  const forbidden = models.filter((other) => isNear(other) && other.history.forbiddenBy.includes(model.id));
  const all = [model, ...forbidden];
  const first = models.indexOf(model) % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

/** Clients are columns, operations bars. */
export function runOfHistory(operations: readonly HistoryOperation[]): Run {
  const clients = [...new Set(operations.map(({ client }) => client))].toSorted();
  return {
    nodes: clients.map((name) => ({ id: name.toLowerCase(), name })),
    events: operations.map((operation) => ({
      kind: 'span',
      at: operation.from,
      until: operation.until,
      node: operation.client.toLowerCase(),
      label: operation.transaction === undefined ? operation.op : `${operation.transaction} · ${operation.op}`,
      text: sentenceOf(operation),
    })),
  };
}

function sentenceOf({ client, transaction, op, from, until }: HistoryOperation): string {
  const part = transaction === undefined ? '' : `, in ${transaction}`;
  return `${client}${part}, from ${from} to ${until}: ${op}.`;
}

/** "PRAM", "PRAM and Causal", "PRAM, Causal and Eventual". */
export function listed(models: readonly Model[]): string {
  const names = models.map(({ name }) => name);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
