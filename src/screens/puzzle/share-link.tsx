import { useState } from 'preact/hooks';
import { sharedText, shareRun } from '#puzzles/share-link.ts';
import { Button } from '#ui/button.tsx';
import { announce } from '#ui/live-region.tsx';
import { href } from '#services/navigation-service.ts';
import type { PlaceProps } from './playing.tsx';
import styles from './puzzle-screen.module.css';

/** A link to where one stands. It is shown too, for those whose browser does not copy. */
export function ShareLink({ model, table: { shown, board }, sitting }: PlaceProps) {
  const [link, setLink] = useState<string | null>(null);
  const { replay } = sitting.play;
  const share = async () => {
    const puzzle = model.puzzle.id;
    const text = sharedText(shareRun(board.system, { puzzle, round: shown.id }, replay));
    const made = `${location.origin}${href(`/puzzles/${puzzle}/`)}#${text}`;
    const isCopied = await copied(made);
    setLink(made);
    announce(isCopied ? 'The link is copied.' : 'The link is shown under the button.');
  };
  return (
    <div class={styles.aside}>
      <Button variant="quiet" onClick={() => void share()}>
        Copy a link to this position
      </Button>
      {link !== null && <output class={styles.link}>{link}</output>}
    </div>
  );
}

const copied = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not allowed, or not there: the link is shown, and can be copied by hand.
    return false;
  }
};
