import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Run, RunEvent } from '#content/figure.ts';
import { overlap, type Box } from '#ui/space-time/box.ts';
import { heightOf, layOut, type Layout, type Spot } from '#ui/space-time/lay-out.ts';

const nodes = [
  { id: 'you', name: 'You' },
  { id: 'web', name: 'Web server' },
  { id: 'database', name: 'Database' },
  { id: 'standby', name: 'Standby copy' },
  { id: 'controller', name: 'Controllers XL' },
];
const ids = nodes.map((node) => node.id);

const words = fc
  .array(
    fc.constantFrom('charge', 'RequestVote(term 2)', 'x = 1', 'acknowledged', 'ok', '→', 'incomprehensibilities'),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(' '));

function eventOf(count: number): fc.Arbitrary<RunEvent> {
  const node = fc.constantFrom(...ids.slice(0, count));
  const at = fc.integer({ min: 0, max: 60 });
  const lasts = fc.integer({ min: 0, max: 12 });
  const text = fc.constant('It happens.');
  const pair = fc.shuffledSubarray(ids.slice(0, count), { minLength: 2, maxLength: 2 });
  return fc.oneof(
    fc
      .record({ at, lasts, pair, label: words, isLost: fc.boolean(), text })
      .map(({ lasts: trip, pair: [from = '', to = ''], ...rest }) => ({
        ...rest,
        kind: 'message' as const,
        from,
        to,
        arrives: rest.at + trip,
      })),
    fc.record({
      kind: fc.constant('local' as const),
      at,
      node,
      label: words,
      tone: fc.constantFrom('plain' as const, 'good' as const, 'bad' as const),
      text,
    }),
    fc.record({
      kind: fc.constantFrom('crash' as const, 'restart' as const, 'pause' as const, 'resume' as const),
      at,
      node,
      text,
    }),
    fc
      .record({ at, lasts, node, label: words, text })
      .map(({ lasts: span, ...rest }) => ({ ...rest, kind: 'span' as const, until: rest.at + span })),
    fc.record({ at, lasts, pair, text }).map(({ lasts: cut, pair: [one = '', other = ''], ...rest }) => ({
      ...rest,
      kind: 'cut' as const,
      until: rest.at + cut,
      between: [one, other] as [string, string],
    })),
    fc.record({
      kind: fc.constant('clock' as const),
      at,
      node,
      shows: fc.constantFrom('12:00:05.0', '[1, 0, 2]', 'L7'),
      text,
    }),
  );
}

const anyRun: fc.Arbitrary<Run> = fc.integer({ min: 2, max: 5 }).chain((count) =>
  fc.array(eventOf(count), { minLength: 2, maxLength: 40 }).map((events) => ({
    nodes: nodes.slice(0, count),
    events: events.sort((one, other) => one.at - other.at),
  })),
);
const anyWidth = fc.integer({ min: 240, max: 460 });

const boxesOf = (layout: Layout): Box[] => [
  ...layout.marks.flatMap((mark) => (mark.label ? [mark.label.box] : [])),
  ...layout.spots.map((spot) => spot.box),
];

const EDGE = 0.001;
const isInside = (box: Box, width: number, height: number) =>
  box.x >= -EDGE && box.y >= -EDGE && box.x + box.width <= width + EDGE && box.y + box.height <= height + EDGE;

test('labels never overlap, whatever the run and the width', () => {
  fc.assert(
    fc.property(anyRun, anyWidth, (run, width) => {
      const boxes = boxesOf(layOut(run, width));
      for (const [index, box] of boxes.entries()) {
        expect(boxes.slice(index + 1).filter((other) => overlap(box, other))).toEqual([]);
      }
    }),
  );
});

test('everything drawn lies inside the frame', () => {
  fc.assert(
    fc.property(anyRun, anyWidth, (run, width) => {
      const layout = layOut(run, width);
      for (const box of boxesOf(layout)) expect(isInside(box, width, layout.height), JSON.stringify(box)).toBe(true);
      for (const { nameBox } of layout.columns) expect(isInside(nameBox, width, layout.headHeight)).toBe(true);
      for (const { x, y, line, cut } of layout.marks) {
        const lowest = Math.max(y, line?.y2 ?? 0, cut?.y2 ?? 0);
        expect(x >= 0 && x <= width && lowest <= layout.height).toBe(true);
      }
    }),
  );
});

test('names of neighbouring columns stay apart', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 5 }), anyWidth, (count, width) => {
      const { columns } = layOut({ nodes: nodes.slice(0, count), events: [] }, width);
      for (const [index, column] of columns.entries()) {
        const next = columns[index + 1];
        if (next) expect(overlap(column.nameBox, next.nameBox)).toBe(false);
      }
    }),
  );
});

test('time runs down to scale', () => {
  fc.assert(
    fc.property(anyRun, anyWidth, (run, width) => {
      const layout = layOut(run, width);
      const [first, last] = [layout.marks[0], layout.marks.at(-1)];
      const range = (run.events.at(-1)?.at ?? 0) - (run.events[0]?.at ?? 0);
      if (!first || !last || range === 0) return;
      const unit = (last.y - first.y) / range;
      for (const [index, mark] of layout.marks.entries()) {
        expect(mark.y - first.y).toBeCloseTo(((run.events[index]?.at ?? 0) - (run.events[0]?.at ?? 0)) * unit, 6);
      }
    }),
  );
});

test('a place to point at is never covered by a label', () => {
  fc.assert(
    fc.property(
      anyRun,
      anyWidth,
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 1 }),
      (run, width, [at = 0]) => {
        const spots: Spot[] = run.nodes.map(({ id }, index) => ({ id: `spot-${index}`, node: id, at }));
        const layout = layOut(run, width, spots);
        const boxes = boxesOf(layout);
        for (const [index, box] of boxes.entries()) {
          expect(boxes.slice(index + 1).some((other) => overlap(box, other))).toBe(false);
        }
      },
    ),
  );
});

const charge: Run = {
  nodes: nodes.slice(0, 2),
  events: [
    { kind: 'message', at: 0, arrives: 4, from: 'you', to: 'web', label: 'charge', text: 'You send a charge.' },
    { kind: 'local', at: 5, node: 'web', label: 'charged', text: 'It is charged.' },
    {
      kind: 'message',
      at: 6,
      arrives: 10,
      from: 'web',
      to: 'you',
      label: 'ok',
      isLost: true,
      text: 'The answer is lost.',
    },
    { kind: 'crash', at: 12, node: 'web', text: 'It crashes.' },
    { kind: 'restart', at: 20, node: 'web', text: 'It is back.' },
  ],
};

test('a lost message ends between the columns', () => {
  const { columns, marks } = layOut(charge, 320);
  const end = marks[2]?.line?.x2 ?? 0;
  expect(end).toBeGreaterThan((columns[0]?.x ?? 0) + 40);
  expect(end).toBeLessThan((columns[1]?.x ?? 0) - 40);
});

test('a node is down from its crash to its restart', () => {
  const { states, marks } = layOut(charge, 320);
  expect(states).toEqual([expect.objectContaining({ kind: 'down', y1: marks[3]?.y, y2: marks[4]?.y, from: 3 })]);
});

test('the frame before a prediction is as tall as what has been shown', () => {
  const layout = layOut(charge, 320);
  const heights = [0, 1, 2, 3, 4, 5].map((until) => heightOf(layout, until));
  expect(heights).toEqual(heights.toSorted((one, other) => one - other));
  expect(heights[2]).toBeLessThan(layout.height);
});

test('a partition told as many cuts is one shaded gap, said once', () => {
  const cut = (one: string, other: string): RunEvent => ({
    kind: 'cut',
    at: 2,
    until: 9,
    between: [one, other],
    text: 'They are parted.',
  });
  const run: Run = {
    nodes: nodes.slice(0, 4),
    events: [cut('you', 'database'), cut('web', 'database'), cut('standby', 'you')],
  };
  const { marks } = layOut(run, 320);
  expect(marks.map((mark) => mark.cut?.kind)).toEqual(['implied', 'band', 'implied']);
  expect(marks.filter((mark) => mark.label).length).toBe(1);
});

test('a link cut between columns that stand apart does not part those between', () => {
  const run: Run = {
    nodes: nodes.slice(0, 3),
    events: [
      { kind: 'cut', at: 2, until: 9, between: ['you', 'database'], text: 'Only these two.' },
      { kind: 'local', at: 9, node: 'web', label: 'hears both', text: 'It hears both.' },
    ],
  };
  const { marks } = layOut(run, 320);
  expect(marks[0]?.cut?.kind).toBe('sides');
  expect(marks[0]?.label?.lines.join(' ')).toBe('You ✕ Database');
});

test('hundreds of events are laid out in a moment, each label beside its event', () => {
  const events = Array.from({ length: 400 }, (_, index): RunEvent => ({
    kind: 'message',
    at: index,
    arrives: index + 1,
    from: index % 2 ? 'you' : 'web',
    to: index % 2 ? 'web' : 'you',
    label: `beat ${index}`,
    text: 'A beat.',
  }));
  const { marks } = layOut({ nodes: nodes.slice(0, 2), events }, 320);
  const farthest = Math.max(...marks.map(({ y, label }) => Math.abs((label?.box.y ?? 0) - y)));
  expect(farthest).toBeLessThan(60);
});

test('bars of one node stand side by side while they last together, the longer on the lifeline', () => {
  const bar = (at: number, until: number): RunEvent => ({
    kind: 'span',
    at,
    until,
    node: 'web',
    label: 'x',
    text: 'X.',
  });
  const { marks, columns } = layOut({ nodes: nodes.slice(0, 2), events: [bar(0, 3), bar(0, 9), bar(3, 6)] }, 320);
  const [first, second, third] = marks.map(({ line }) => (line?.x1 ?? 0) - (columns[1]?.x ?? 0));
  expect(second).toBe(0);
  expect(first).toBeGreaterThan(3);
  expect(third).toBe(first);
});

test('a line may end before a bracket, so that a call is not broken in its arguments', () => {
  const vote: RunEvent = {
    kind: 'message',
    at: 0,
    arrives: 4,
    from: 'you',
    to: 'web',
    label: 'Vote(term 2)',
    text: 'V.',
  };
  const { marks } = layOut({ nodes, events: [vote] }, 300);
  expect(marks[0]?.label?.lines).toEqual(['Vote', '(term 2)']);
});
