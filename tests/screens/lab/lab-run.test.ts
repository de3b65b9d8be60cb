import { expect, test } from 'vitest';
import { catalog } from '#protocols/catalog.ts';
import { createLabModel } from '#screens/lab/lab-model.ts';
import { createLabRun, KEPT } from '#screens/lab/lab-run.ts';
import { labSetUp, type LabSetUp } from '#screens/lab/lab-set-up.ts';
import { labWindow } from '#screens/lab/lab-window.ts';
import type { LabSettings } from '#screens/lab/settings.ts';
import { tapeOf } from '#screens/lab/tape.ts';

async function setUpOf(settings: LabSettings): Promise<LabSetUp> {
  const entry = await catalog[settings.protocol]!();
  const made = labSetUp(entry, settings);
  if (!made.ok) throw new Error(made.fault);
  return made.value;
}

const always = () => true;

test('the same settings give the same run, however it is cut into frames', async () => {
  const setUp = await setUpOf({ protocol: 'raft', size: 5, seed: 4, rounds: 3 });
  const [whole, sliced] = [createLabRun(setUp), createLabRun(setUp)];
  whole.advance(3000, always);
  let looks = 0;
  for (let until = 10; until <= 3000; until += 10) while (!sliced.advance(until, () => ++looks % 3 !== 0));
  expect(sliced.count()).toBe(whole.count());
  expect(sliced.world()).toEqual(whole.world());
});

test('a long run keeps its latest happenings only, and knows the world before them', async () => {
  const run = createLabRun(await setUpOf({ protocol: 'raft', seed: 1 }));
  run.advance(60_000, always);
  const kept = run.kept();
  expect(run.count()).toBeGreaterThan(2 * KEPT);
  expect(kept.length).toBeLessThan(2 * KEPT);
  expect(kept.at(-1)?.world).toBe(run.world());
  const untouched = kept[0]!.move;
  if ('packet' in untouched) expect(run.before().network).toContain(untouched.packet);
});

test('every protocol of the catalog keeps its promises in the lab, also when its clients ask three times', async () => {
  for (const protocol of Object.keys(catalog)) {
    for (const seed of [1, 2, 3]) {
      const run = createLabRun(await setUpOf({ protocol, seed, rounds: 3 }));
      for (let made = 0; made < 600 && run.step(); made++);
      expect(run.violation(), `${protocol}, seed ${seed}`).toBeNull();
    }
  }
}, 60_000);

test('a run stops where something breaks, and says what and when; told to go on, it does', async () => {
  for (let seed = 1; seed < 200; seed++) {
    const run = createLabRun(
      await setUpOf({ protocol: 'quorum-register', broken: 'quorumsDoNotOverlap', seed, rounds: 8, latency: [1, 80] }),
    );
    run.advance(100_000, always);
    const violation = run.violation();
    if (violation === null) continue;
    expect(violation).toMatchObject({ invariant: 'Linearizability', step: run.count(), at: run.now() });
    const { history } = violation;
    expect(history?.words).toMatch(/No order has a place for the read of /);
    expect(history?.operations).toContain(history?.cannotPlace);
    expect([...(history?.order.values() ?? [])]).toEqual(
      Array.from({ length: history?.order.size ?? 0 }, (_, at) => at + 1),
    );
    run.advance(100_000, always);
    expect(run.violation()).toBe(violation);
    return;
  }
  expect.fail('no seed breaks it');
});

test('clients ask as often as they are told to, each round for new values', async () => {
  const { setup } = await setUpOf({ protocol: 'quorum-register', seed: 1, rounds: 2, clients: 1 });
  expect(setup.requests.flat()).toEqual([
    { kind: 'write', value: 'x' },
    { kind: 'write', value: 'x2' },
  ]);
});

test('a node is cut off by cutting all its links, and faults of nodes that are not there are left out', async () => {
  const { timed, faults } = await setUpOf({
    protocol: 'gossip',
    seed: 1,
    faults: [
      { at: 5, kind: 'cut', node: 1 },
      { at: 6, kind: 'crash', node: 7 },
    ],
  });
  expect(faults).toEqual([{ at: 5, kind: 'cut', node: 1 }]);
  expect(timed.faults?.map(({ move }) => move)).toEqual([
    { kind: 'cut', between: [0, 1] },
    { kind: 'cut', between: [1, 2] },
  ]);
});

test('a rule or a size that the protocol does not have is told in a sentence', async () => {
  const entry = await catalog['raft']!();
  expect(labSetUp(entry, { protocol: 'raft', seed: 1, size: 4 })).toEqual({
    ok: false,
    fault: expect.stringMatching(/^Raft: there is no cluster of 4; .*\.$/),
  });
});

test('a fault that is made by hand leaves the run as it was up to then, and stands in its link', async () => {
  const entries = [await catalog['raft']!()];
  const model = createLabModel(entries, { protocol: 'raft', seed: 2, faults: [] });
  for (let made = 0; made < 60; made++) model.step();
  const before = model.standing.value!.run.kept();
  model.intervene({ kind: 'crash', node: 1 });
  const { run } = model.standing.value!;
  expect(run.kept().slice(0, 60)).toEqual(before);
  expect(
    run
      .kept()
      .slice(60)
      .map(({ move }) => move),
  ).toContainEqual({ kind: 'crash', node: 1 });
  expect(model.settings.value.faults).toEqual([{ at: expect.any(Number), kind: 'crash', node: 1 }]);
});

test('what is drawn ends with the instant that is looked at, and a tap on its last event leads back to it', async () => {
  const setUp = await setUpOf({ protocol: 'raft', seed: 3 });
  const run = createLabRun(setUp);
  for (let made = 0; made < 120; made++) run.step();
  for (const cursor of [0, 30, 119]) {
    const picture = labWindow(setUp.setup, run.before(), run.kept(), cursor);
    const latest = picture.latest ?? picture.run.events.length - 1;
    expect(Math.abs(picture.placeOf(latest) - cursor)).toBeLessThanOrEqual(1);
    expect(picture.run.nodes).toHaveLength(setUp.setup.size);
  }
});

test('the tape shows each message of its stretch once, lost or arrived or under way', async () => {
  const setUp = await setUpOf({ protocol: 'raft', seed: 3 });
  const run = createLabRun(setUp);
  for (let made = 0; made < 200; made++) run.step();
  const strokes = tapeOf(setUp.setup, setUp.start, run.kept(), 0, run.now());
  const messages = strokes.filter(({ kind }) => kind === 'message');
  const carried = run.kept().filter(({ move }) => 'packet' in move);
  expect(messages).toHaveLength(carried.length + run.world().network.length);
  expect(strokes.some(({ kind }) => kind === 'role')).toBe(true);
});
