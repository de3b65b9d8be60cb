import type { Item, ItemOf } from '#content/item.ts';

const base = {
  objective: 'reason',
  concept: 'partial-failure',
  card: 'silence-definition',
  teaches: 'silence#three-meanings',
  style: 'recall',
  prompt: 'Which?',
} as const;
const right = (id: string) => ({ id, text: `Text of ${id}`, isRight: true, why: 'It is so.' });
const wrong = (id: string) => ({ id, text: `Text of ${id}`, why: 'It is not so.' });
const run: ItemOf<'predict'>['run'] = {
  nodes: [
    { id: 'client', name: 'Client' },
    { id: 'server', name: 'Server' },
  ],
  events: [
    { kind: 'local', at: 1, node: 'client', label: 'pay', text: 'The client pays.' },
    { kind: 'crash', at: 2, node: 'server', text: 'The server crashes.' },
  ],
};

/** One item of each kind. Option ids say which are right. */
export const samples: { readonly [Kind in Item['kind']]: ItemOf<Kind> } = {
  single: { kind: 'single', ...base, id: 'single', options: [wrong('wrong-1'), right('right'), wrong('wrong-2')] },
  multiple: {
    kind: 'multiple',
    ...base,
    id: 'multiple',
    options: [right('right-1'), wrong('wrong-1'), right('right-2'), wrong('wrong-2'), right('right-3')],
  },
  ordering: {
    kind: 'ordering',
    ...base,
    id: 'ordering',
    steps: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Step ${id}`, why: 'It follows.' })),
  },
  matching: {
    kind: 'matching',
    ...base,
    id: 'matching',
    pairs: [
      { id: 'crash', left: 'Crash', right: 'A machine stops', why: 'So named.' },
      { id: 'cut', left: 'Cut', right: 'A link stops', why: 'So named.' },
      { id: 'pause', left: 'Pause', right: 'A machine waits', why: 'So named.' },
      { id: 'partition', left: 'Partition', right: 'A link stops', why: 'So named.' },
    ],
  },
  numeric: {
    kind: 'numeric',
    ...base,
    id: 'numeric',
    answer: 0.3,
    tolerance: 0.2,
    unit: 's',
    why: 'Add them.',
    traps: [{ value: 3, why: 'A factor of ten.' }],
  },
  cloze: {
    kind: 'cloze',
    ...base,
    id: 'cloze',
    blanks: [
      { id: 'first', options: [right('right-1'), wrong('wrong-1')] },
      { id: 'second', options: [wrong('wrong-2'), right('right-2')] },
    ],
  },
  'hot-spot': {
    kind: 'hot-spot',
    ...base,
    id: 'hot-spot',
    run,
    spots: [
      { ...wrong('early'), node: 'client', at: 1 },
      { ...right('right'), node: 'server', at: 2 },
      { ...wrong('late'), node: 'client', at: 3 },
    ],
  },
  predict: {
    kind: 'predict',
    ...base,
    id: 'predict',
    run,
    shownBefore: 1,
    options: [wrong('wrong-1'), right('right'), wrong('wrong-2')],
  },
};

/** A single-choice item of an objective and a concept. */
export function itemOf(id: string, objective: string, concept = 'partial-failure'): Item {
  return { ...samples.single, id, objective, concept };
}
