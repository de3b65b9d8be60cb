import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogEntry } from '#protocols/catalog-entry.ts';
import { apply, initialWorld } from '#simulator/apply.ts';
import { canonicalJson } from '#simulator/digest.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import { backTo, indexesOf, play, replayAll, startReplay, stateOf } from '#simulator/replay.ts';
import { schedule } from '#simulator/schedule.ts';
import { systemOf } from '#simulator/system.ts';
import type { World } from '#simulator/world.ts';

const isEntry = (value: unknown): value is CatalogEntry =>
  typeof value === 'object' && value !== null && 'example' in value && 'brokenRules' in value;
const entries = Object.values(import.meta.glob<Record<string, unknown>>('../../src/protocols/**/*.ts', { eager: true }))
  .flatMap((module) => Object.values(module))
  .filter(isEntry);
const unique = [...new Set(entries)];

describe.each(unique.map((entry) => [entry.id, entry] as const))(
  '%s, with all its rules and without each',
  (_, { example, brokenRules }) => {
    const examples = [undefined, ...Object.keys(brokenRules)].map((broken) => example(broken));
    const contentOf = (one: (typeof examples)[number], world: World<AnyProtocol>) =>
      canonicalJson(systemOf(one.setup).plain?.(world));

    it('runs the same from the same seed, and its moves make the same worlds again', () => {
      for (const one of examples) {
        for (const seed of [1, 2]) {
          const run = [];
          for (const happening of schedule(one.setup, seed, one.timed)) if (run.push(happening) >= 60) break;
          const again = schedule(one.setup, seed, one.timed);
          const { key } = systemOf(one.setup);
          let world = initialWorld(one.setup);
          for (const { at, move, world: reached } of run) {
            expect(again.next().value).toMatchObject({ at, move });
            world = apply(one.setup, world, move);
            expect(contentOf(one, world)).toBe(contentOf(one, reached));
            expect(key(world)).toBe(key(reached));
          }
        }
      }
    });

    it('has the same key for the same world alone, builds plain JSON, and changes nothing it was given', () => {
      for (const one of examples) {
        const system = systemOf(one.setup, one.within);
        const contentByKey = new Map<string, string>();
        const keyByContent = new Map<string, string>();
        fc.assert(
          fc.property(fc.array(fc.nat(50), { maxLength: 25 }), fc.nat(25), (choices, back) => {
            let replay = startReplay(system);
            for (const choice of choices) {
              const world = stateOf(replay);
              const content = contentOf(one, world);
              const key = system.key(world);
              expect(canonicalJson(JSON.parse(JSON.stringify(system.plain?.(world))))).toBe(content);
              const next = play(system, replay, choice % Math.max(1, system.moves(world).length));
              expect(contentOf(one, world)).toBe(content);
              expect(contentByKey.get(key) ?? content).toBe(content);
              expect(keyByContent.get(content) ?? key).toBe(key);
              contentByKey.set(key, content);
              keyByContent.set(content, key);
              replay = next ?? replay;
            }
            const keys = replay.states.map(system.key);
            expect(replayAll(system, indexesOf(system, replay.steps) ?? []).replay.states.map(system.key)).toEqual(
              keys,
            );
            const length = Math.min(back, replay.steps.length);
            const forth = replay.indexes
              .slice(length)
              .reduce((run, index) => play(system, run, index) ?? run, backTo(replay, length));
            expect(forth.states.map(system.key)).toEqual(keys);
          }),
          { numRuns: 15 },
        );
      }
    });
  },
);
