import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Run } from '#content/figure.ts';
import { plainText } from '#content/markup.ts';
import { Button } from '#ui/button.tsx';
import { SpaceTimeDiagram } from '#ui/space-time/space-time-diagram.tsx';
import { StepList } from '#ui/space-time/step-list.tsx';
import { runSummary } from '../run-summary.ts';
import css from './play.module.css';
import { packetWords } from './run-of-board.ts';

interface GrowingDiagramProps {
  readonly run: Run;
  readonly title: string;
  /** A tap on a message under way: the moves that can be made of it are looked for. */
  readonly onPacket?: (words: string) => void;
  /** A line beside the picture's button. */
  readonly note?: string;
}

/** What has happened so far: it grows downward, and what came last is in view. */
export function GrowingDiagram({ run, title, onPacket, note = '' }: GrowingDiagramProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const [isText, setText] = useState(false);
  useEffect(() => setChosen(null), [run]);
  const latest = useMemo(() => latestOf(run), [run]);
  const sentences = useMemo(() => run.events.map(({ text }) => plainText(text)), [run]);
  if (run.events.length === 0) return <Nothing run={run} note={note} />;
  const choose = (index: number) => {
    const words = packetWords(run, index);
    if (words !== null) onPacket?.(words);
    setChosen(index);
  };
  const says = chosen === null ? undefined : sentences[chosen];
  return (
    <div class={css.diagram}>
      <SpaceTimeDiagram
        run={run}
        selected={chosen ?? latest}
        onSelect={choose}
        label={runSummary(run, run.events.length, title)}
      />
      {says !== undefined && !isText && <p class={css.says}>{says}</p>}
      {isText && <StepList steps={sentences} current={chosen} onChoose={choose} />}
      <div class={css.under}>
        <p>{note}</p>
        <Button variant="quiet" isPressed={isText} onClick={() => setText(!isText)}>
          As text
        </Button>
      </div>
    </div>
  );
}

/** The event that the last move brought: of those that end last, not what is merely under way. */
function latestOf({ events }: Run): number | null {
  const endOf = (event: Run['events'][number]): number =>
    event.kind === 'message' ? (event.isUnderWay ? -1 : event.arrives) : event.at;
  const ends = events.map(endOf);
  const last = Math.max(...ends);
  return last < 0 ? null : ends.lastIndexOf(last);
}

/** Before the first move there are only the nodes. */
function Nothing({ run, note }: { readonly run: Run; readonly note: string }) {
  return (
    <div class={css.nothing}>
      <ul class={css.nodes}>
        {run.nodes.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      <p>Nothing has happened yet.</p>
      {note && <p>{note}</p>}
    </div>
  );
}
