import { describe, expect, test } from 'vitest';
import type { Model, ModelsBlock } from '#content/models.ts';
import { proseWords, sectionMinutes } from '#content/minutes.ts';
import { issuesAfter, paths, soundFixture, type Fixture } from '../fixture.ts';

const model = (id: string, implies: readonly string[], forbiddenBy: readonly string[]): Model => ({
  id,
  name: id,
  meaning: 'What it promises.',
  implies: [...implies],
  history: {
    operations: [
      { client: 'A', op: 'write x = 1', from: 0, until: 2 },
      { client: 'B', op: 'read x: 0', from: 1, until: 4 },
      { client: 'A', op: 'read x: 1', from: 3, until: 5 },
    ],
    forbiddenBy: [...forbiddenBy],
    why: 'The read came first.',
  },
  sources: ['harbour-1999'],
});

const tides = (): ModelsBlock => ({
  kind: 'models',
  id: 'tides-in-order',
  title: 'Tides in order',
  models: [model('spring', ['half'], []), model('half', ['neap'], ['spring']), model('neap', [], ['half', 'spring'])],
});

const issuesWith = (plant: (models: Model[], fixture: Fixture) => void): string[] =>
  issuesAfter((fixture) => {
    const block = tides();
    fixture.section.screens[1]?.blocks.push(block);
    plant(block.models, fixture);
  });

const at = (path: string) => `${paths.section}: screens[1].blocks[4].models${path}`;
const operation = (models: Model[], index: number) => models[0]?.history.operations[index] ?? {};

test('models in order, each with a history, are fine', () => expect(issuesWith(() => {})).toEqual([]));

describe('a map of models says so when', () => {
  test.each<readonly [string, (models: Model[]) => void, readonly string[]]>([
    [
      'a model is there twice',
      (models) => models.push(model('neap', [], ['half', 'spring'])),
      [at('[3].id: the id neap is there more than once')],
    ],
    [
      'a model implies a stranger',
      ([spring]) => spring?.implies.push('flood'),
      [at('[0].implies[1]: there is no model flood')],
    ],
    [
      'models go round in a circle',
      ([, , neap]) => neap?.implies.push('neap'),
      [at('[2].implies: neap implies itself, through others')],
    ],
    [
      'a verdict is on a stranger',
      ([spring]) => spring?.history.forbiddenBy.push('flood'),
      [at('[0].history.forbiddenBy[0]: there is no model flood')],
    ],
    [
      'the next stronger model does not forbid the history',
      ([, half]) => half?.history.forbiddenBy.pop(),
      [at('[1].history.forbiddenBy: the stronger spring forbids it too')],
    ],
    [
      'a model forbids what one that it follows from allows',
      ([, half]) => half?.history.forbiddenBy.push('neap'),
      [at('[1].history.forbiddenBy: neap allows it, for half does')],
    ],
    [
      'an operation ends before it begins',
      (models) => Object.assign(operation(models, 2), { until: 3 }),
      [at('[0].history.operations[2].until: it ends before it begins')],
    ],
    [
      'operations are out of order',
      (models) => Object.assign(operation(models, 1), { from: 4, until: 5 }),
      [at('[0].history.operations[2].from: operations stand in the order of their calls')],
    ],
    [
      'a client does two things at once',
      (models) => Object.assign(operation(models, 0), { until: 3 }),
      [at('[0].history.operations[2].from: A asks again before it has its answer')],
    ],
    [
      'a source is not there',
      ([spring]) => spring?.sources.push('pilot-2000'),
      [at('[0].sources[1]: there is no source pilot-2000')],
    ],
    [
      'its words are not plain',
      ([spring]) => Object.assign(spring ?? {}, { meaning: 'It is *strong.' }),
      [at('[0].meaning: a * has no partner')],
    ],
  ])('%s', (_, plant, issues) => expect(issuesWith(plant)).toEqual(issues));
});

test('a map of models takes a minute, and none of its words are prose', () => {
  const { section } = soundFixture();
  const before = sectionMinutes(section);
  section.screens[1]?.blocks.push(tides());
  expect(sectionMinutes(section)).toBeCloseTo(before + 1);
  expect(proseWords([tides()])).toBe(0);
});
