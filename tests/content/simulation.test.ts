import { expect, test } from 'vitest';
import { failed, ok } from '#base/result.ts';
import type { Run } from '#content/figure.ts';
import { drawn, type Draw } from '#content/simulation.ts';

const run: Run = {
  nodes: [
    { id: 'n0', name: 'A' },
    { id: 'n1', name: 'B' },
  ],
  events: [
    { kind: 'crash', at: 4, node: 'n0', text: 'A crashes.' },
    { kind: 'restart', at: 8, node: 'n0', text: 'A starts again.' },
  ],
};
const draw: Draw = ({ protocol }) =>
  protocol === 'raft' ? ok(run) : failed({ path: 'protocol', reason: `there is no protocol ${protocol}` });
const script = { protocol: 'raft', moves: ['Crash A', 'Restart A'] };

function check(json: unknown, expected: ReturnType<typeof drawn>) {
  expect(drawn(json, draw)).toEqual(expected);
}

test('what a simulation draws stands beside it, wherever it is', () => {
  check(
    { blocks: [{ id: 'cut', simulation: script, again: { title: 'Again', simulation: script } }] },
    ok({
      blocks: [{ id: 'cut', simulation: script, ...run, again: { title: 'Again', simulation: script, ...run } }],
    }),
  );
});

test('everything else stays as it was written', () => {
  const written = { id: 'a', list: [1, 'two', null, { nodes: [], events: [] }] };
  check(written, ok(written));
});

test('a simulation that cannot be run is named by its place', () => {
  check(
    { blocks: [{}, { simulation: { ...script, protocol: 'rafts' } }] },
    failed([{ path: 'blocks[1].simulation.protocol', reason: 'there is no protocol rafts' }]),
  );
});

test('a simulation needs either moves or a seed', () => {
  check(
    { simulation: { protocol: 'raft' } },
    failed([{ path: 'simulation', reason: 'a run has either moves or a seed' }]),
  );
});

test('nobody writes by hand what a simulation draws', () => {
  check(
    { simulation: script, events: [] },
    failed([{ path: 'simulation', reason: 'what a simulation draws is not written beside it' }]),
  );
});
