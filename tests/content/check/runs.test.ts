import { describe, expect, test } from 'vitest';
import { runFaults } from '#content/check/runs.ts';
import type { Run, RunEvent } from '#content/figure.ts';
import { issuesAfter, item, paths, type Fixture } from '../fixture.ts';

const message = (at: number, arrives: number, from: string, to: string, isLost = false): RunEvent => ({
  kind: 'message',
  at,
  arrives,
  from,
  to,
  label: 'm',
  text: 'A message.',
  isLost,
});
const on = (kind: 'crash' | 'restart', at: number, node: string): RunEvent => ({ kind, at, node, text: 'It happens.' });
const span = (at: number, until: number): RunEvent => ({
  kind: 'span',
  at,
  until,
  node: 'a',
  label: 's',
  text: 'It lasts.',
});
const cut = (at: number, until: number): RunEvent => ({ kind: 'cut', at, until, between: ['a', 'b'], text: 'A cut.' });

function faultsOf(...events: readonly RunEvent[]): string[] {
  const run: Run = { nodes: ['a', 'b'].map((id) => ({ id, name: id })), events: [...events] };
  return runFaults(run).map(([path, reason]) => `${path}: ${reason}`);
}

describe('a run is possible', () => {
  test.each<readonly [string, readonly RunEvent[], string]>([
    ['nodes are there', [message(0, 1, 'a', 'ghost')], 'events[0]: there is no node ghost in the run'],
    ['messages take time', [message(3, 3, 'a', 'b')], 'events[0].arrives: a message arrives after it was sent'],
    ['messages go elsewhere', [message(3, 4, 'a', 'a')], 'events[0].to: a message goes to another node'],
    [
      'events are in order',
      [message(3, 4, 'a', 'b'), message(2, 4, 'b', 'a')],
      'events[1].at: events stand in the order of their time',
    ],
    ['spans last', [span(4, 4)], 'events[0].until: it ends before it begins'],
    [
      'the crashed are silent',
      [on('crash', 1, 'a'), message(2, 4, 'a', 'b')],
      'events[1].from: a has crashed and sends nothing',
    ],
    [
      'the crashed hear nothing',
      [on('crash', 1, 'b'), message(2, 4, 'a', 'b')],
      'events[1].to: b has crashed: the message is lost',
    ],
    [
      'nothing crosses a cut',
      [cut(0, 9), message(2, 4, 'b', 'a')],
      'events[1].to: the link is cut: the message is lost',
    ],
  ])('%s', (_, events, fault) => expect(faultsOf(...events)).toEqual([fault]));

  test('lost messages, restarted nodes and healed links are fine', () => {
    const events = [
      cut(0, 3),
      message(0, 2, 'a', 'b', true),
      on('crash', 3, 'b'),
      message(3, 5, 'a', 'b', true),
      on('restart', 6, 'b'),
      message(6, 8, 'a', 'b'),
      message(8, 9, 'b', 'a'),
    ];
    expect(faultsOf(...events)).toEqual([]);
  });
});

describe('what is asked of a run can be asked of it', () => {
  const figure = (fixture: Fixture) => fixture.section.screens[0]?.blocks[1] ?? {};
  test('a figure leaves something to predict', () => {
    expect(issuesAfter((fixture) => Object.assign(figure(fixture), { shownBefore: 3 }))).toEqual([
      `${paths.section}: screens[0].blocks[1].shownBefore: nothing is left to predict`,
    ]);
  });
  test('a figure’s answer is one of its options', () => {
    const prediction = {
      prompt: 'Who?',
      options: [
        { id: 'north', text: 'North', why: 'It sends.' },
        { id: 'south', text: 'South', why: 'It reads.' },
      ],
      answer: 'east',
    };
    expect(issuesAfter((fixture) => Object.assign(figure(fixture), { prediction }))).toEqual([
      `${paths.section}: screens[0].blocks[1].prediction.answer: there is no option east`,
    ]);
  });
  test('an impossible run is told where it stands', () => {
    expect(
      issuesAfter((fixture) => Object.assign(item(fixture, 'predict').run.events[0] ?? {}, { arrives: 0 })),
    ).toEqual([`${paths.items}: items[22].run.events[0].arrives: a message arrives after it was sent`]);
    expect(
      issuesAfter((fixture) =>
        Object.assign(figure(fixture), {
          nodes: [
            { id: 'north', name: 'N' },
            { id: 'east', name: 'E' },
          ],
        }),
      ),
    ).toContain(`${paths.section}: screens[0].blocks[1].events[0]: there is no node south in the run`);
  });
  test('something happens at every spot to point at', () => {
    expect(issuesAfter((fixture) => Object.assign(item(fixture, 'hot-spot').spots[0] ?? {}, { at: 1 }))).toEqual([
      `${paths.items}: items[21].spots[0]: nothing happens on north at 1 in the run`,
    ]);
  });
  test('an item’s prediction has something left to happen', () => {
    expect(issuesAfter((fixture) => (item(fixture, 'predict').shownBefore = 3))).toEqual([
      `${paths.items}: items[22].shownBefore: nothing is left to predict`,
    ]);
  });
});
