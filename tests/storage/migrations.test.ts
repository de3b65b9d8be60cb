import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { replay } from '#progress/replay.ts';
import { fsrs } from '#scheduling/fsrs.ts';
import { databaseVersion } from '#storage/database.ts';
import { everyKind } from '#storage/store-limits.ts';
import { histories } from '#tests/support/histories.ts';
import { freshBrowser, openStore, valueOf } from '#tests/support/stores.ts';
import { compareEvents } from '#progress/order.ts';
import { createShipped, shippedSchemas } from './shipped-schemas.ts';

test.each(shippedSchemas)(
  'a database of schema $schema keeps its device and every event, and gets the rows of today',
  async (shipped) => {
    await fc.assert(
      fc.asyncProperty(histories, async ({ all }) => {
        freshBrowser();
        await createShipped(shipped, 'progress', all);
        const store = openStore();
        expect(await valueOf(store.events())).toEqual([...all].sort(compareEvents));
        expect(await valueOf(store.summary())).toEqual({ events: all.length, device: 'veteran' });
        const rows = await Promise.all([...everyKind].map((kind) => valueOf(store.rows(kind))));
        expect(new Set(rows.flat().map((row) => JSON.stringify(row)))).toEqual(
          new Set(Array.from(replay(all, fsrs).values(), ({ row }) => JSON.stringify(row))),
        );
        store.close();
      }),
      { numRuns: 20 },
    );
  },
);

test('the last schema that shipped is the one of today', async () => {
  expect(Math.floor(databaseVersion / 1000)).toBe(shippedSchemas.at(-1)?.schema);
});
