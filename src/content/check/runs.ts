import { allItems, allSections, type Course, type Filed } from '../course.ts';
import type { Run, RunEvent } from '../figure.ts';
import { issueAt, joinedPath, type ContentIssue } from '../issue.ts';
import { filedBlocks } from '../paragraphs.ts';
import type { Rule } from './known.ts';

type Fault = readonly [path: string, reason: string];

/** Figures cannot be wrong: what a run shows could have happened, in the order it shows it. */
export const runsArePossible: Rule = (course) => [
  ...filedRuns(course).flatMap((run) => runFaults(run.value).map(([path, reason]) => issueAt(run, path, reason))),
  ...allSections(course).flatMap((section) => filedBlocks(section).flatMap(figureIssues)),
  ...allItems(course).flatMap(itemRunIssues),
];

function filedRuns(course: Course): readonly Filed<Run>[] {
  const hook = { ...course.track, value: course.track.value.hook.run, path: 'hook.run' };
  const figures = allSections(course).flatMap((section) =>
    filedBlocks(section).flatMap((block) => {
      if (block.value.kind !== 'figure') return [];
      const { again } = block.value;
      const second = again ? [{ ...block, value: again, path: joinedPath(block.path, 'again') }] : [];
      return [{ ...block, value: block.value }, ...second];
    }),
  );
  const items = allItems(course).flatMap((item) =>
    'run' in item.value ? [{ ...item, value: item.value.run, path: joinedPath(item.path, 'run') }] : [],
  );
  return [hook, ...figures, ...items];
}

export function runFaults(run: Run): readonly Fault[] {
  const nodes = run.nodes.map((node) => node.id);
  const repeated = nodes.some((id, index) => nodes.indexOf(id) !== index);
  return [
    ...(repeated ? [['nodes', 'a node is there more than once'] as const] : []),
    ...run.events.flatMap((event, index) =>
      eventFaults(event, index, run, new Set(nodes)).map(([path, reason]): Fault => [
        joinedPath(`events[${index}]`, path),
        reason,
      ]),
    ),
  ];
}

function eventFaults(event: RunEvent, index: number, run: Run, nodes: ReadonlySet<string>): readonly Fault[] {
  const before = run.events[index - 1];
  const strangers = nodesOf(event).filter((node) => !nodes.has(node));
  const faults: Fault[] = strangers.map((node) => ['', `there is no node ${node} in the run`]);
  if (before !== undefined && before.at > event.at) faults.push(['at', 'events stand in the order of their time']);
  if ('until' in event && event.until <= event.at) faults.push(['until', 'it ends before it begins']);
  if (event.kind !== 'message') return faults;
  if (event.arrives <= event.at) faults.push(['arrives', 'a message arrives after it was sent']);
  if (event.from === event.to) faults.push(['to', 'a message goes to another node']);
  if (isDown(run, event.from, event.at)) faults.push(['from', `${event.from} has crashed and sends nothing`]);
  if (event.isLost === true || event.isUnderWay === true) return faults;
  if (isDown(run, event.to, event.arrives)) faults.push(['to', `${event.to} has crashed: the message is lost`]);
  if (isCut(run, event.from, event.to, event.arrives)) faults.push(['to', 'the link is cut: the message is lost']);
  return faults;
}

function nodesOf(event: RunEvent): readonly string[] {
  if (event.kind === 'message') return [event.from, event.to];
  return event.kind === 'cut' ? event.between : [event.node];
}

/** Crashed strictly before `time`, and not started again by then. */
function isDown(run: Run, node: string, time: number): boolean {
  const changes = run.events.filter(
    (event) => (event.kind === 'crash' || event.kind === 'restart') && event.node === node && event.at < time,
  );
  const restartsNow = run.events.some((event) => event.kind === 'restart' && event.node === node && event.at === time);
  return changes.at(-1)?.kind === 'crash' && !restartsNow;
}

function isCut(run: Run, from: string, to: string, time: number): boolean {
  return run.events.some(
    (event) =>
      event.kind === 'cut' &&
      event.at <= time &&
      time < event.until &&
      event.between.includes(from) &&
      event.between.includes(to),
  );
}

function figureIssues(block: ReturnType<typeof filedBlocks>[number]): readonly ContentIssue[] {
  if (block.value.kind !== 'figure') return [];
  const { shownBefore, events, prediction } = block.value;
  const issues: ContentIssue[] = [];
  if (shownBefore >= events.length) issues.push(issueAt(block, 'shownBefore', 'nothing is left to predict'));
  if (!prediction.options.some((option) => option.id === prediction.answer)) {
    issues.push(issueAt(block, 'prediction.answer', `there is no option ${prediction.answer}`));
  }
  return issues;
}

function itemRunIssues(filed: ReturnType<typeof allItems>[number]): readonly ContentIssue[] {
  const { value: item } = filed;
  if (item.kind === 'predict' && item.shownBefore >= item.run.events.length)
    return [issueAt(filed, 'shownBefore', 'nothing is left to predict')];
  if (item.kind !== 'hot-spot') return [];
  return item.spots.flatMap((spot, index) => {
    const happens = item.run.events.some((event) => touches(event, spot.node, spot.at));
    return happens
      ? []
      : [issueAt(filed, `spots[${index}]`, `nothing happens on ${spot.node} at ${spot.at} in the run`)];
  });
}

function touches(event: RunEvent, node: string, time: number): boolean {
  if (event.kind === 'message')
    return (event.from === node && event.at === time) || (event.to === node && event.arrives === time);
  const isHere = event.kind === 'cut' ? event.between.includes(node) : event.node === node;
  return isHere && ('until' in event ? event.at <= time && time <= event.until : event.at === time);
}
