import { expect, test } from 'vitest';
import { simulation } from '#content/simulation.ts';
import { simulate } from '#figures/simulate.ts';
import { catalog } from '#protocols/catalog.ts';
import { figureJson } from '#screens/lab/figure-json.ts';
import { createLabRun } from '#screens/lab/lab-run.ts';
import { labSetUp } from '#screens/lab/lab-set-up.ts';

test('what the lab writes for a figure is one that the content can draw', async () => {
  const entry = await catalog['quorum-register']!();
  const made = labSetUp(entry, {
    protocol: 'quorum-register',
    seed: 5,
    rounds: 2,
    faults: [
      { at: 20, kind: 'crash', node: 1 },
      { at: 30, kind: 'cut', node: 0, other: 2 },
    ],
  });
  if (!made.ok) throw new Error(made.fault);
  const written = simulation.parse(
    JSON.parse(figureJson({ setUp: made.value, run: createLabRun(made.value) }, 60.2)).simulation,
  );
  expect(written.timed?.faults).toEqual([
    { at: 20, move: 'Crash B' },
    { at: 30, move: 'Cut the link between A and C' },
  ]);
  expect(simulate(entry, written)).toMatchObject({ ok: true });
});
