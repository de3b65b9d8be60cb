import { allSections, type Filed } from '../course.ts';
import { issueAt, joinedPath, type ContentIssue } from '../issue.ts';
import { allImplied, strongerThan } from '../model-order.ts';
import type { Model } from '../models.ts';
import { filedBlocks } from '../paragraphs.ts';
import type { Rule } from './known.ts';

type Fault = readonly [path: string, reason: string];

/** A map of models is an order, and what it says of its histories does not contradict that order. */
export const modelsAreOrdered: Rule = (course, known) =>
  allSections(course).flatMap((section) =>
    filedBlocks(section).flatMap((block) => {
      if (block.value.kind !== 'models') return [];
      const { models } = block.value;
      return models.flatMap((model, index) => {
        const filed: Filed<Model> = { ...block, value: model, path: joinedPath(block.path, `models[${index}]`) };
        return [...unknownSources(filed, known.sources), ...modelIssues(filed, index, models)];
      });
    }),
  );

const unknownSources = (model: Filed<Model>, known: ReadonlySet<string>): readonly ContentIssue[] =>
  model.value.sources.flatMap((id, index) =>
    known.has(id) ? [] : [issueAt(model, `sources[${index}]`, `there is no source ${id}`)],
  );

function modelIssues(filed: Filed<Model>, index: number, models: readonly Model[]): readonly ContentIssue[] {
  const model = filed.value;
  const isThere = (id: string) => models.some((other) => other.id === id);
  const strangers = (path: string, ids: readonly string[]): readonly Fault[] =>
    ids.flatMap((id, at) => (isThere(id) ? [] : [[`${path}[${at}]`, `there is no model ${id}`] as const]));
  const isRepeated = models.findIndex(({ id }) => id === model.id) < index;
  const goesRound = allImplied(models, model.id).has(model.id);
  const faults: readonly Fault[] = [
    ...(isRepeated ? [['id', `the id ${model.id} is there more than once`] as const] : []),
    ...strangers('implies', model.implies),
    ...(goesRound ? [['implies', `${model.id} implies itself, through others`] as const] : []),
    ...strangers('history.forbiddenBy', model.history.forbiddenBy),
    ...operationFaults(model),
    ...verdictFaults(model, models),
  ];
  return faults.map(([path, reason]) => issueAt(filed, path, reason));
}

function operationFaults({ history: { operations } }: Model): readonly Fault[] {
  return operations.flatMap(({ client, from, until }, index) => {
    const at = `history.operations[${index}]`;
    const before = operations.slice(0, index);
    const isBusy = before.some((other) => other.client === client && other.until >= from);
    return [
      ...(until > from ? [] : [[`${at}.until`, 'it ends before it begins'] as const]),
      ...(before.some((other) => other.from > from)
        ? [[`${at}.from`, 'operations stand in the order of their calls'] as const]
        : []),
      ...(isBusy ? [[`${at}.from`, `${client} asks again before it has its answer`] as const] : []),
    ];
  });
}

/** Its own model allows a history and so does all that this implies; who forbids it forbids it for all that are stronger. */
function verdictFaults({ id, history: { forbiddenBy } }: Model, models: readonly Model[]): readonly Fault[] {
  const path = 'history.forbiddenBy';
  const allows = new Set([id, ...allImplied(models, id)]);
  const missing = [id, ...forbiddenBy]
    .flatMap((each) => strongerThan(models, each).map((stronger) => stronger.id))
    .filter((stronger) => !allows.has(stronger) && !forbiddenBy.includes(stronger));
  return [
    ...[...new Set(missing)].map((stronger): Fault => [path, `the stronger ${stronger} forbids it too`]),
    ...forbiddenBy.filter((each) => allows.has(each)).map((each): Fault => [path, `${each} allows it, for ${id} does`]),
  ];
}
