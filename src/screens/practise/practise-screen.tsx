import type { TrackIndex } from '#content/compiled.ts';
import { href } from '#services/navigation-service.ts';
import { LinkRow } from '#ui/link-row.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { PageHeader } from '../page-header.tsx';
import type { Screen } from '../screen.ts';
import { ReviewOffer } from './review-offer.tsx';

export const practiseScreen: Screen<TrackIndex> = {
  load: (_params, content) => content.track(),
  title: () => 'Practise',
  View: PractiseView,
};

function PractiseView({ data: { modules } }: { readonly data: TrackIndex }) {
  const checks = modules.filter(({ items }) => items > 0);
  return (
    <>
      <PageHeader title="Practise" />
      <ReviewOffer />
      <section class="stack">
        <h2>Checks</h2>
        <Sheet tone="list">
          {checks.map(({ id, title }) => (
            <LinkRow key={id} href={href(`/check/${id}/`)} end="10 questions">
              {id} {title}
            </LinkRow>
          ))}
        </Sheet>
      </section>
      <section class="stack">
        <h2>Try things out</h2>
        <Sheet tone="list">
          <LinkRow href={href('/puzzles/')}>Puzzles, each with its proof</LinkRow>
          <LinkRow href={href('/lab/')}>Lab: any protocol, any fault</LinkRow>
        </Sheet>
      </section>
      <section class="stack">
        <h2>At work</h2>
        <Sheet tone="list">
          <LinkRow href={href('/questions/')} end="6">
            Questions to ask
          </LinkRow>
          <LinkRow href={href('/questions/review/')}>Design review of your own system</LinkRow>
        </Sheet>
      </section>
    </>
  );
}
