import { href } from '#services/navigation-service.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { LinkRow } from '#ui/link-row.tsx';
import { Segments } from '#ui/segments.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { counted } from './counted.ts';
import { countDurable, type KeptConcept, type KeptConcepts } from './kept.ts';
import { Part } from './part.tsx';
import type { YouModel } from './you-model.ts';
import styles from './you-screen.module.css';

/** The concepts that hold: the one measure of progress that forgetting can undo. */
export function KeptPart({ model }: { readonly model: YouModel }) {
  const state = model.state.value;
  return (
    <Part title="What you keep">
      <Sheet>
        {state?.kept && <Kept kept={state.kept} />}
        {state?.kept === null && <p>The course’s cards are not on this device yet. They come with the network.</p>}
        <p class="quiet">
          A concept is durable once each of its cards came back to you at first sight on the last three days it was
          asked, and is likely to hold for three weeks.
        </p>
      </Sheet>
    </Part>
  );
}

function Kept({ kept: { ten, below, learningBelow } }: { readonly kept: KeptConcepts }) {
  const durable = countDurable(ten);
  return (
    <>
      <p class={styles.figure}>
        <b>{durable}</b> of the {ten.length} key concepts {durable === 1 ? 'is' : 'are'} durable
        {below.length > 0 && `, and ${below.length} below them`}
      </p>
      <Segments done={durable} of={ten.length} label={`${durable} of ${ten.length} key concepts durable`} />
      <Disclosure summary="Which ones">
        <ConceptRows concepts={ten} />
        {below.length > 0 && (
          <>
            <h3 class={styles.small}>Below them</h3>
            <ConceptRows concepts={below} />
          </>
        )}
        <p class="quiet">
          {learningBelow > 0 &&
            `${counted(learningBelow, 'more concept')} below them ${learningBelow === 1 ? 'is' : 'are'} being learned. `}
          <a href={href('/concepts/')}>All concepts</a>
        </p>
      </Disclosure>
    </>
  );
}

const stateWords = { durable: 'durable', learning: 'learning', new: 'not begun' } as const;

function ConceptRows({ concepts }: { readonly concepts: readonly KeptConcept[] }) {
  return (
    <ul class={styles.rows}>
      {concepts.map(({ id, name, state }) => (
        <li key={id}>
          <LinkRow href={href(`/concepts/${id}/`)} end={stateWords[state]}>
            {name}
          </LinkRow>
        </li>
      ))}
    </ul>
  );
}
