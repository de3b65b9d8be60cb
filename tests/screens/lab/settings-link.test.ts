import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkText, settingsIn } from '#screens/lab/settings-link.ts';
import { faultKinds, type LabSettings } from '#screens/lab/settings.ts';

const time = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
const span = fc.tuple(time, time).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
const share = fc.integer({ min: 0, max: 90 }).map((hundredths) => hundredths / 100);
const node = fc.integer({ min: 0, max: 3 });
const fault = fc
  .record(
    { at: time, kind: fc.constantFrom(...faultKinds), node, other: node },
    { requiredKeys: ['at', 'kind', 'node'] },
  )
  .filter((each) => each.other !== each.node);

const settings = fc.record(
  {
    protocol: fc.constantFrom('raft', 'quorum-register'),
    broken: fc.constant('noWriteBack'),
    size: fc.integer({ min: 1, max: 9 }),
    options: fc.constantFrom({ r: 2 }, { r: 1, writesBack: false }),
    seed: fc.integer({ min: 0, max: 4_294_967_295 }),
    latency: span,
    loss: share,
    duplication: share,
    thinkTime: span,
    clients: fc.integer({ min: 0, max: 8 }),
    rounds: fc.integer({ min: 1, max: 50 }),
    clockRates: fc.array(fc.constantFrom(0.5, 1, 2), { minLength: 1, maxLength: 5 }),
    faults: fc.array(fault, { maxLength: 6 }),
  },
  { requiredKeys: ['protocol', 'seed'] },
);

test('a set-up comes back from its link as it was', () => {
  fc.assert(
    fc.property(settings, (each) => {
      expect(settingsIn(linkText(each as LabSettings))).toEqual(each);
    }),
  );
});

test('a link can be read, and needs no sign that an address would write otherwise', () => {
  const link = linkText({
    protocol: 'raft',
    size: 5,
    seed: 7,
    latency: [5, 15],
    faults: [
      { at: 400, kind: 'crash', node: 0 },
      { at: 800.5, kind: 'cut', node: 0, other: 1 },
    ],
  });
  expect(link).toBe('protocol=raft&size=5&seed=7&latency=5-15&faults=400~crash~0_800.5~cut~0~1');
});

test.each([
  ['', undefined],
  ['#seed=3', undefined],
  ['#protocol=raft', { protocol: 'raft', seed: 1 }],
  ['#protocol=raft&seed=-4&loss=7&latency=9-2&size=2.5', { protocol: 'raft', seed: 1 }],
  ['#protocol=raft&faults=400~explode~0', { protocol: 'raft', seed: 1 }],
  ['#protocol=raft&faults=400~cut~1~1', { protocol: 'raft', seed: 1 }],
  ['#protocol=raft&options=[1]&clocks=fast', { protocol: 'raft', seed: 1 }],
])('of %j only what is a setting is taken', (text, expected) => {
  expect(settingsIn(text)).toEqual(expected);
});
