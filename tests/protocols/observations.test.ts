import { describe, expect, it } from 'vitest';
import type { CatalogEntry } from '#protocols/catalog-entry.ts';
import { catalog } from '#protocols/catalog.ts';
import { initialWorld } from '#simulator/apply.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import { schedule } from '#simulator/schedule.ts';
import { search } from '#simulator/search.ts';
import { systemOf } from '#simulator/system.ts';
import type { World } from '#simulator/world.ts';
import { faultIn } from '../support/protocol-runs.ts';

const MOVES = 80;

/** The worlds of one run by the clock. */
function worldsOf({ example }: CatalogEntry, broken: string | undefined): World<AnyProtocol>[] {
  const { setup, timed } = example(broken);
  const worlds = [initialWorld(setup)];
  for (const { world } of schedule(setup, 7, timed)) if (worlds.push(world) > MOVES) break;
  return worlds;
}

describe.each(Object.entries(catalog))('%s', async (_, load) => {
  const entry = await load();
  const { observations = {}, brokenRules, example } = entry;
  const names = Object.keys(observations);

  it('says what is seen of it, each in one kind of plain value', () => {
    expect(names).not.toEqual([]);
    for (const broken of [undefined, ...Object.keys(brokenRules)]) {
      const worlds = worldsOf(entry, broken);
      for (const name of names) {
        expect(name).toMatch(/^[a-z][a-zA-Z0-9]*$/);
        const values = worlds.map((world) => observations[name]?.(world));
        expect(new Set(values.map((value) => typeof value)).size, name).toBe(1);
        expect(['number', 'boolean', 'string'], name).toContain(typeof values[0]);
        expect(
          values.every((value) => typeof value !== 'number' || Number.isFinite(value)),
          name,
        ).toBe(true);
      }
    }
  });

  it('keeps what it promises in at most 50,000 worlds: few enough to be proven on a phone', () => {
    const sound = example();
    const result = search(systemOf(sound.setup, sound.within), (world) => faultIn(sound, world) !== null, {
      limit: 50_000,
      ...(sound.withoutIdle && { representative: sound.withoutIdle }),
    });
    expect(result.kind).toBe('impossible');
  });
});
