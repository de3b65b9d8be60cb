import { signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import { todaysQueue } from '#services/todays-queue.ts';
import { unlessUnavailable } from '#services/unless-unavailable.ts';
import { Button } from '#ui/button.tsx';
import { Sheet } from '#ui/sheet.tsx';

/** What today's review holds, in cards and minutes; never a backlog. */
export function ReviewOffer() {
  const services = useServices();
  const words = useMemo(() => signal('The cards that are due, on the day they are due.'), []);
  useEffect(() => {
    const load = async () => {
      const queue = await todaysQueue(services).catch(unlessUnavailable);
      if (!queue?.ok) return;
      const { entries, minutes } = queue.value;
      const cards = `${entries.length} ${entries.length === 1 ? 'card' : 'cards'} · ${minutes} min`;
      words.value = entries.length === 0 ? 'Nothing is due. New cards come from what you read.' : cards;
    };
    void load();
    return services.progress.subscribe(() => void load());
  }, []);
  return (
    <Sheet as="section" tone="wash">
      <h2>Review</h2>
      <p class="quiet">{words}</p>
      <Button variant="go" href={href('/review/')}>
        Review
      </Button>
    </Sheet>
  );
}
