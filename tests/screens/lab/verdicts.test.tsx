// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { labLink } from '#figures/lab-link.ts';
import { catalog } from '#protocols/catalog.ts';
import { handRun, openHand } from '#screens/lab/hand.ts';
import { createLabRun } from '#screens/lab/lab-run.ts';
import { labSetUp } from '#screens/lab/lab-set-up.ts';
import { settingsIn } from '#screens/lab/settings-link.ts';
import type { LabSettings } from '#screens/lab/settings.ts';
import { VerdictPart } from '#screens/lab/verdict-part.tsx';
import { searching, type SearchQuestion } from '#workers/searcher.ts';

afterEach(cleanup);

async function setUpOf(settings: LabSettings) {
  const made = labSetUp(await catalog[settings.protocol]!(), settings);
  if (!made.ok) throw new Error(made.fault);
  return made.value;
}

/** What the lab says after many moves in bad weather. */
async function said(settings: LabSettings): Promise<string> {
  const setUp = await setUpOf({ ...settings, rounds: 3, loss: 0.1, duplication: 0.1 });
  const run = createLabRun(setUp);
  for (let made = 0; made < 200 && run.violation() === null; made++) if (!run.step()) break;
  return verdictOf({ setUp, run, count: run.count(), now: run.now() });
}

function verdictOf(standing: Parameters<typeof VerdictPart>[0]['standing']): string {
  render(<VerdictPart standing={standing} onShow={undefined} />);
  const text = screen.getByRole('region', { name: 'What is checked' }).textContent ?? '';
  cleanup();
  return text;
}

for (const [checker, protocol, broken, seed, name] of [
  ['an invariant', 'raft', 'noLogCheckOnVotes', 2, 'Leader Completeness'],
  ['linearizability', 'quorum-register', 'versionIsNotAsked', 1, 'Linearizability'],
  ['mutual exclusion', 'lease-lock', 'noFencingToken', 7, 'Mutual exclusion at the store'],
  ['convergence', 'two-phase-set', 'noTombstones', 3, 'Replicas that saw the same updates agree'],
  ['a session guarantee', 'session-reads', 'tokenIgnoresOwnPosts', 2, 'Read your writes'],
  ['another session guarantee', 'session-reads', 'tokenIgnoresReads', 77, 'Monotonic reads'],
] as const) {
  test(`the verdict on ${checker} names it where the rule that keeps it is taken away, and else says that it holds`, async () => {
    expect(await said({ protocol, broken, seed })).toContain(`“${name}” is broken at time`);
    const sound = await said({ protocol, seed });
    expect(sound).toContain(`“${name}”`);
    expect(sound).not.toContain('broken');
  });
}

async function searched(question: SearchQuestion) {
  const search = searching(question);
  for (;;) {
    const next = await search.next();
    if (next.done) return next.value;
  }
}

for (const [protocol, broken, name] of [
  ['request-response', 'noIdempotencyKey', 'Charged at most once'],
  ['lease-lock', 'noFencingToken', 'Mutual exclusion at the store'],
  ['pn-counter', 'oneNumberGoesBothWays', 'Replicas that saw the same updates agree'],
] as const) {
  test(`the way that a search finds, played by hand, breaks “${name}” with its last move and not before`, async () => {
    const outcome = await searched({ protocol, broken, limit: 50_000 });
    if (outcome.kind !== 'found') throw new Error(`the search of ${protocol} ended as ${outcome.kind}`);
    const { moves, invariant } = outcome;
    expect(invariant).toBe(name);
    const played = async (script: readonly string[]) => {
      const link = labLink({ protocol, broken, moves: [...script] });
      const setUp = await setUpOf(settingsIn(link.slice(link.indexOf('#')))!);
      const run = handRun(setUp, openHand(setUp));
      return verdictOf({ setUp, run, count: run.count(), now: run.now() });
    };
    expect(await played(moves)).toContain(`“${name}” is broken by move ${moves.length}:`);
    expect(await played(moves.slice(0, -1))).not.toContain('broken');
  });
}
