import type { ModuleSummary } from '#content/compiled.ts';
import { Prose } from '#figures/prose.tsx';
import type { StudyDay } from '#scheduling/study-day.ts';
import { href } from '#services/navigation-service.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { LinkRow } from '#ui/link-row.tsx';
import { announce } from '#ui/live-region.tsx';
import { hiddenBlank } from '#ui/markup.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { countWords, standingWords, type StandingCard } from './card-standing.ts';
import type { ConceptModel } from './concept-model.ts';
import styles from './concept-screen.module.css';

interface ConceptCardsProps {
  readonly model: ConceptModel;
  readonly modules: readonly ModuleSummary[];
}

/** Where the concept is taught, and its cards with what is remembered of them. Nothing until the log was read. */
export function ConceptCards({ model, modules }: ConceptCardsProps) {
  const state = model.state.value;
  if (state === null || state.cards.length === 0) return null;
  const { cards, today } = state;
  const bringBack = async (id: string) => {
    if (await model.bringBack(id)) announce('Back in your reviews.');
  };
  return (
    <>
      <TaughtIn cards={cards} modules={modules} />
      <section>
        <h2>Cards</h2>
        <Sheet tone="list">
          <Disclosure
            summary={
              <>
                {cards.length === 1 ? '1 card' : `${cards.length} cards`}
                <span class={styles.counts}>{countWords(cards)}</span>
              </>
            }
          >
            <ul class={styles.cards}>
              {cards.map((each) => (
                <CardEntry
                  key={each.card.id}
                  entry={each}
                  today={today}
                  onBringBack={() => void bringBack(each.card.id)}
                />
              ))}
            </ul>
          </Disclosure>
        </Sheet>
      </section>
    </>
  );
}

function TaughtIn({
  cards,
  modules,
}: {
  readonly cards: readonly StandingCard[];
  readonly modules: readonly ModuleSummary[];
}) {
  const taught = new Set(cards.flatMap(({ card }) => card.section ?? []));
  const sections = modules.flatMap((module) =>
    module.sections.filter(({ id }) => taught.has(id)).map((section) => ({ module, section })),
  );
  if (sections.length === 0) return null;
  return (
    <section>
      <h2>Where it is taught</h2>
      <Sheet tone="list">
        {sections.map(({ module, section }) => (
          <LinkRow key={section.id} href={href(`/learn/${module.id}/${section.id}/`)} end={`${section.minutes} min`}>
            {module.id} {section.title}
          </LinkRow>
        ))}
      </Sheet>
    </section>
  );
}

interface CardEntryProps {
  readonly entry: StandingCard;
  readonly today: StudyDay;
  readonly onBringBack: () => void;
}

function CardEntry({ entry: { words, standing }, today, onBringBack }: CardEntryProps) {
  const { prompt, answer, note } = words;
  return (
    <li class={styles.card}>
      <p class={styles.prompt}>
        <Prose text={prompt} blank={hiddenBlank} />
      </p>
      <p class="quiet">{standingWords(standing, today)}</p>
      <Disclosure summary={<span class={styles.show}>Answer</span>}>
        <p>
          <Prose text={answer ?? prompt} />
        </p>
        {note !== undefined && (
          <p class="quiet">
            <Prose text={note} />
          </p>
        )}
      </Disclosure>
      {standing.kind === 'suspended' && <Button onClick={onBringBack}>Bring it back</Button>}
    </li>
  );
}
