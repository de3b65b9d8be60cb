/** What a desired retention costs, told with one example card. */
import { fsrs } from '#scheduling/fsrs.ts';

const EXAMPLE_DAYS = 30;
const USUAL = 0.9;

/** "At 95 %, you recall about 19 of 20 cards when they are asked. …" */
export function retentionWords(retention: number): string {
  const percent = Math.round(retention * 100);
  const recalled = `You recall about ${percent} of 100 cards when they are asked.`;
  const days = Math.max(1, Math.round(fsrs.intervalDays({ stability: EXAMPLE_DAYS, difficulty: 5 }, retention)));
  if (days === EXAMPLE_DAYS) return `${recalled} This is the usual choice: a fair price in reviews for what you keep.`;
  const times = timesWords(EXAMPLE_DAYS / days);
  const usual = `A card that would come back after ${EXAMPLE_DAYS} days at ${USUAL * 100} % comes back after ${days}`;
  return `${recalled} ${usual}: ${times} the reviews.`;
}

function timesWords(times: number): string {
  const rounded = times < 3 ? times.toFixed(1) : String(Math.round(times));
  return `about ${rounded} times`;
}
