import type { DeckCard } from '#content/compiled.ts';
import type { Source } from '#content/track.ts';
import { pathOfParagraph } from '../paragraph-path.ts';
import { href } from '#services/navigation-service.ts';
import { SourceLine } from '#ui/source-line.tsx';

interface CardOriginProps {
  readonly card: DeckCard;
  readonly sources: readonly Source[];
}

/** Where a card comes from: its paragraph, and what vouches for it. */
export function CardOrigin({ card, sources }: CardOriginProps) {
  const cited = sources.filter(({ id }) => card.sources.includes(id));
  return (
    <div class="quiet stack">
      <p>
        <a href={href(pathOfParagraph(card.paragraph, card.module))}>Where it is taught</a>
      </p>
      {cited.map((source) => (
        <p key={source.id}>
          <SourceLine source={source} />
        </p>
      ))}
    </div>
  );
}
