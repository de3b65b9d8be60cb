/**
 * Turns a run into places on paper: nodes are columns, time runs down to scale. It knows the width and no screen,
 * so that the build, the tests and every device draw the same picture.
 */
import type { Run, RunEvent } from '#content/figure.ts';
import type { Box, Line } from './box.ts';
import { columnsOf, type Column } from './columns.ts';
import { cutMarks, type CutShape } from './cuts.ts';
import { lanesOf } from './lanes.ts';
import { scaleOf } from './scale.ts';
import { statesOf, type StateStretch } from './states.ts';
import { LABEL_LINE_PX, placeLabels, type Label, type Named } from './place-labels.ts';

const BOTTOM_PX = 12;
const SPOT_PX = 20;

/** One event as it is drawn. */
export interface Mark {
  readonly index: number;
  readonly kind: RunEvent['kind'];
  readonly tone: 'plain' | 'good' | 'bad';
  /** The event's place: on the lifeline it begins on. */
  readonly x: number;
  readonly y: number;
  /** A message's arrow, or a span's bar. A lost message's ends midway. */
  readonly line?: Line;
  readonly isLost: boolean;
  readonly cut?: CutShape;
  readonly label?: Label;
}

/** A place that a question points at. */
export interface Spot {
  readonly id: string;
  readonly node: string;
  readonly at: number;
}

export interface PlacedSpot {
  readonly id: string;
  readonly number: number;
  readonly box: Box;
}

export interface Layout {
  readonly width: number;
  /** Of the picture below the names. */
  readonly height: number;
  readonly headHeight: number;
  readonly columns: readonly Column[];
  readonly marks: readonly Mark[];
  /** Stretches of a lifeline where its node is down or paused. */
  readonly states: readonly StateStretch[];
  readonly spots: readonly PlacedSpot[];
}

export function layOut(run: Run, width: number, spots: readonly Spot[] = []): Layout {
  const columns = columnsOf(run.nodes, width);
  const yOf = scaleOf(run, spots);
  const xOf = (node: string): number => columns.find((column) => column.node === node)?.x ?? 0;
  const lanes = lanesOf(run);
  const bare = run.events.map((event, index) => bareMark(event, index, { xOf, yOf, lanes }));
  const cuts = cutMarks(run, columns, yOf);
  const placedSpots = spots.map(({ id, node, at }, index) => ({
    id,
    number: index + 1,
    box: { x: xOf(node) - SPOT_PX / 2, y: yOf(at) - SPOT_PX / 2, width: SPOT_PX, height: SPOT_PX },
  }));
  const labels = labelsOf(run, bare, cuts, { columns, width, taken: placedSpots.map((spot) => spot.box) });
  const marks = bare.map((mark) => withExtras(mark, cuts.get(mark.index), labels.get(mark.index)));
  const lowest = Math.max(
    ...marks.map((mark) =>
      Math.max(mark.y, mark.line?.y2 ?? 0, mark.label ? mark.label.box.y + mark.label.box.height - 4 : 0),
    ),
    ...marks.map((mark) => (mark.cut ? mark.cut.y2 : 0)),
    ...placedSpots.map((spot) => spot.box.y + spot.box.height),
  );
  return {
    width,
    height: Math.ceil(lowest + BOTTOM_PX),
    headHeight: Math.max(...columns.map((column) => column.nameBox.height)) + 4,
    columns,
    marks,
    states: statesOf(run, xOf, yOf, Math.ceil(lowest + BOTTOM_PX)),
    spots: placedSpots,
  };
}

/** The events of which something is drawn between two heights, in their order. */
export function marksWithin({ marks }: Layout, top: number, bottom: number): readonly Mark[] {
  return marks.filter(({ y, line, cut, label }) => {
    const highest = Math.min(y, label?.box.y ?? y);
    const lowest = Math.max(y, line?.y2 ?? y, cut?.y2 ?? y, label ? label.box.y + label.box.height : y);
    return highest <= bottom && lowest >= top;
  });
}

/** How much of the picture the first `until` events need, by what they show and not by how long they last. */
export function heightOf(layout: Layout, until: number): number {
  const lowest = layout.marks
    .slice(0, until)
    .map(({ y, kind, line, label }) =>
      Math.max(y, kind === 'message' ? (line?.y2 ?? 0) : 0, label ? label.box.y + label.box.height : 0),
    );
  return Math.ceil(Math.max(0, ...lowest) + BOTTOM_PX);
}

interface Scales {
  readonly xOf: (node: string) => number;
  readonly yOf: (at: number) => number;
  readonly lanes: ReadonlyMap<number, number>;
}

function bareMark(event: RunEvent, index: number, { xOf, yOf, lanes }: Scales): Mark {
  const y = yOf(event.at);
  const plain = { index, kind: event.kind, tone: 'plain', isLost: false, y } as const;
  switch (event.kind) {
    case 'message':
      return { ...plain, x: xOf(event.from), line: arrowOf(event, xOf, yOf), isLost: event.isLost ?? false };
    case 'span': {
      const x = xOf(event.node);
      const barX = x + (lanes.get(index) ?? 0);
      return { ...plain, x, line: { x1: barX, y1: y, x2: barX, y2: yOf(event.until) } };
    }
    case 'cut':
      return { ...plain, x: (xOf(event.between[0]) + xOf(event.between[1])) / 2 };
    case 'local':
      return { ...plain, x: xOf(event.node), tone: event.tone ?? 'plain' };
    default:
      return { ...plain, x: xOf(event.node) };
  }
}

/** Stops short of the lifeline it reaches; a lost one stops midway. */
function arrowOf(
  event: RunEvent & { kind: 'message' },
  xOf: (node: string) => number,
  yOf: (at: number) => number,
): Line {
  const [x1, x2, y1, y2] = [xOf(event.from), xOf(event.to), yOf(event.at), yOf(event.arrives)];
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const part = event.isLost || event.isUnderWay ? 0.55 : (length - 3) / length;
  return { x1, y1, x2: x1 + (x2 - x1) * part, y2: y1 + (y2 - y1) * part };
}

interface LabelGround {
  readonly columns: readonly Column[];
  readonly width: number;
  readonly taken: readonly Box[];
}

function labelsOf(run: Run, marks: readonly Mark[], cuts: ReadonlyMap<number, CutShape>, ground: LabelGround) {
  const named = marks.flatMap((mark) => {
    const event = run.events[mark.index];
    const words = event && wordsOf(event, mark, cuts);
    return words ? [{ index: mark.index, words }] : [];
  });
  const dots = marks.filter((mark) => mark.line === undefined && mark.cut === undefined).map(dotLine);
  const crosses = marks.flatMap((mark) => (mark.line && mark.isLost ? crossLine(mark.line) : []));
  const placed = placeLabels(
    named.map(({ words }) => words),
    {
      width: ground.width,
      lifelines: ground.columns.map((column) => column.x),
      lines: [...marks.flatMap((mark) => mark.line ?? []), ...dots, ...crosses],
      taken: ground.taken,
    },
  );
  return new Map(named.map(({ index }, place) => [index, placed[place]] as const));
}

const dotLine = ({ x, y }: Mark): Line => ({ x1: x, y1: y - 4, x2: x, y2: y + 4 });

/** The cross where a message is lost. */
const crossLine = ({ x1, x2, y2 }: Line): Line => {
  const x = x2 + 7 * Math.sign(x2 - x1);
  return { x1: x - 4, y1: y2 - 3, x2: x + 4, y2: y2 + 5 };
};

function wordsOf(event: RunEvent, mark: Mark, cuts: ReadonlyMap<number, CutShape>): Named | undefined {
  const beside = { kind: 'beside', x: mark.x, y: mark.y } as const;
  switch (event.kind) {
    case 'message':
      return mark.line && { kind: 'along', text: event.label, line: mark.line };
    case 'local':
      return { ...beside, text: event.label };
    case 'span':
      return { ...beside, text: event.label, y: mark.y + LABEL_LINE_PX / 2 };
    case 'clock':
      return { ...beside, text: event.shows, isMono: true };
    case 'cut': {
      const words = cuts.get(mark.index)?.words;
      return words === undefined
        ? undefined
        : { kind: 'along', text: words, line: { x1: mark.x - 40, y1: mark.y, x2: mark.x + 40, y2: mark.y } };
    }
    case 'crash':
      return { ...beside, text: 'crash' };
    case 'restart':
      return { ...beside, text: 'restart' };
    case 'pause':
      return { ...beside, text: 'paused' };
    case 'resume':
      return { ...beside, text: 'resumes' };
  }
}

function withExtras(mark: Mark, cut: CutShape | undefined, label: Label | undefined): Mark {
  return { ...mark, ...(cut && { cut }), ...(label && label.lines.join('') !== '' && { label }) };
}
