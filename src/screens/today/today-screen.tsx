import { useState } from 'preact/hooks';
import type { TrackIndex } from '#content/compiled.ts';
import { href } from '#services/navigation-service.ts';
import { Button } from '#ui/button.tsx';
import { Deferred } from '#ui/deferred.tsx';
import { Mark } from '#ui/mark.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { PageHeader } from '../page-header.tsx';
import type { Screen } from '../screen.ts';
import { FirstVisit } from './first-visit.tsx';
import styles from './today-screen.module.css';

export const todayScreen: Screen<TrackIndex> = {
  load: (_params, content) => content.track(),
  title: () => 'Today',
  View: TodayView,
};

/** `unreadable`: the log could not be read, which is said above whichever face the device was last seen with. */
export type Face = 'unknown' | 'unreadable' | 'first' | 'returning';

const loadReturning = async () => (await import('./returning.tsx')).Returning;

/**
 * The prerendered page holds both faces; `data-returning` on the document, set before the first paint, shows one of
 * them. Once the log was read, it decides. What a returning learner sees comes with the log's own code.
 */
function TodayView({ data: track }: { readonly data: TrackIndex }) {
  const [face, setFace] = useState<Face>('unknown');
  return (
    <div class={styles.page} data-face={face}>
      <PageHeader title="Today" start={<Mark />} />
      {face !== 'returning' && (
        <div class={styles.first}>
          <FirstVisit track={track} onAnswer={() => setFace('first')} />
        </div>
      )}
      <div class={styles.returning}>
        <Deferred load={loadReturning} props={{ track, onFace: setFace }}>
          <Sheet as="section" tone="wash">
            <h2>Welcome back</h2>
            <Button variant="go" href={href('/learn/')}>
              Open the track
            </Button>
          </Sheet>
        </Deferred>
      </div>
    </div>
  );
}
