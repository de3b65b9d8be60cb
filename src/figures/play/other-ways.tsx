import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import css from './play.module.css';
import { sharedMoves, waysBack, type Play, type Way } from './play.ts';

interface OtherWaysProps {
  readonly play: Play;
  readonly onFollow: (way: Way) => void;
}

/** The branches: ways that were tried and left, and the one that lies ahead after stepping back. */
export function OtherWays({ play, onFollow }: OtherWaysProps) {
  const ways = waysBack(play);
  if (ways.length === 0) return null;
  return (
    <Disclosure summary={`Other ways you tried (${ways.length})`}>
      <ul class={css.ways}>
        {ways.map((way) => (
          <li key={way.join('-')}>
            <Button onClick={() => onFollow(way)}>{wayWords(way, play)}</Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function wayWords(way: Way, { replay }: Play): string {
  const shared = sharedMoves(replay.indexes, way);
  const length = `${way.length} ${way.length === 1 ? 'move' : 'moves'}`;
  if (shared === replay.indexes.length) return `Ahead of here: ${length}`;
  return shared === 0 ? `Another start: ${length}` : `Parts after move ${shared}: ${length}`;
}
