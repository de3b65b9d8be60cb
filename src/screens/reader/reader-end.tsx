import { useEffect } from 'preact/hooks';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import { Button } from '#ui/button.tsx';
import { Deferred } from '#ui/deferred.tsx';
import { Kicker } from '#ui/kicker.tsx';
import { Prose } from '#figures/prose.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { PuzzleLinks } from '../puzzle-links.tsx';
import type { ReaderModel } from './reader-model.ts';
import type { ReaderData } from './reader-screen.tsx';
import { ReaderFoot } from './reader-foot.tsx';
import styles from './reader-screen.module.css';

const loadInstallOffer = async () => (await import('../install-offer.tsx')).InstallOffer;

interface ReaderEndProps {
  readonly data: ReaderData;
  readonly model: ReaderModel;
  readonly number: number;
}

/** The section is read: what to ask at work, and what comes next. */
export function ReaderEnd({ data: { content, section }, model, number }: ReaderEndProps) {
  const { device } = useServices();
  const { module, summary } = content;
  const next = summary.sections[number];
  const cards = summary.sections[number - 1]?.cards ?? 0;
  useEffect(() => {
    if (!model.state.value.isRead) return;
    device.mirror({ isReturning: true });
    void device.persist();
  }, [model.state.value.isRead]);
  return (
    <>
      <article class={styles.text}>
        <Kicker>
          {module.id} · Section {number} of {module.sections.length}
        </Kicker>
        <h1>Read: {section.title}</h1>
        <p class="read">
          {cards} {cards === 1 ? 'card' : 'cards'} from this section will come up in your reviews, a few a day.
        </p>
        <Sheet>
          <h2>Ask this about your system</h2>
          <p class="read">
            <Prose text={section.ask.text} />
          </p>
          <p>
            <a href={href(`/questions/#${section.ask.question}`)}>The six questions</a>
          </p>
        </Sheet>
        <PuzzleLinks title="Play with it" of={{ section: section.id }} />
        <Deferred load={loadInstallOffer} props={{}} />
      </article>
      <ReaderFoot>
        {next ? (
          <Button variant="go" href={href(`/learn/${module.id}/${next.id}/`)}>
            Next: {next.title}
          </Button>
        ) : (
          <Button variant="go" href={href(`/check/${module.id}/`)}>
            Take the check
          </Button>
        )}
        <Button href={href('/')}>Stop here</Button>
      </ReaderFoot>
    </>
  );
}
