/** What the course says of consistency models, held against checkers that try every order. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildContent } from '#build/content-files.ts';
import { allSections } from '#content/course.ts';
import { blocksOf } from '#content/minutes.ts';
import { causalViolation } from '#simulator/check/causal.ts';
import { checkedModels, forbids, partsOf } from './models-by-force.ts';

const { course } = buildContent(join(import.meta.dirname, '../..'));
const maps = (course === undefined ? [] : allSections(course)).flatMap(({ value }) =>
  blocksOf(value).filter((block) => block.kind === 'models'),
);

describe.skipIf(course === undefined)('in every map of models', () => {
  test('there is one', () => expect(maps.length).toBeGreaterThan(0));

  test('each model has a checker', () => {
    for (const { models } of maps)
      expect(models.filter(({ id }) => !checkedModels.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test.each(maps.flatMap(({ models }) => models.map((model) => ({ ...model, models }))))(
    'the history of $id is forbidden by the models it names, and by no other',
    ({ history, models }) => {
      const parts = partsOf(history.operations);
      expect(models.map(({ id }) => id).filter((id) => forbids(id, parts))).toEqual(
        models.map(({ id }) => id).filter((id) => history.forbiddenBy.includes(id)),
      );
    },
  );

  test('the simulator’s checker of causal logs, which asks for less, says the same of each', () => {
    for (const { history } of maps.flatMap(({ models }) => models)) {
      const log = partsOf(history.operations).map(({ client, kind, register, value }) => ({
        process: client.charCodeAt(0),
        kind,
        key: register,
        value: value === 0 ? null : value,
      }));
      expect(causalViolation(log) !== null).toBe(history.forbiddenBy.includes('causal'));
    }
  });
});
