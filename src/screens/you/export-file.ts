/** The files that other programs read, made from the log when asked for. */
import { ok, type Result } from '#base/result.ts';
import { ankiText, designReviewMarkdown, reviewLogCsv } from '#services/exports.ts';
import type { StorageFault } from '#services/progress-service.ts';
import type { Services } from '#services/services.ts';
import { counted } from './counted.ts';
import type { Export } from './keeping-model.ts';

interface ExportFile {
  readonly name: string;
  readonly type: string;
  /** Empty where there is nothing to save. */
  readonly text: string;
  /** What was saved, or why nothing was. */
  readonly words: string;
}

type Means = Pick<Services, 'progress' | 'content'>;

export function exportFile(what: Export, means: Means): Promise<Result<ExportFile, StorageFault>> {
  switch (what) {
    case 'anki':
      return ankiFile(means);
    case 'reviews':
      return reviewsFile(means);
    case 'design-reviews':
      return designReviewsFile(means);
  }
}

async function ankiFile({ progress, content }: Means): Promise<Result<ExportFile, StorageFault>> {
  const [deck, rows] = await Promise.all([content.deck(), progress.rows('card')]);
  if (!rows.ok) return rows;
  const name = 'quorum-cards.txt';
  const words = `Saved ${counted(deck.cards.length, 'card')} as ${name}. In Anki: File, Import.`;
  return ok({ name, type: 'text/plain', text: ankiText(deck.cards, rows.value), words });
}

async function reviewsFile({ progress }: Means): Promise<Result<ExportFile, StorageFault>> {
  const events = await progress.events();
  if (!events.ok) return events;
  const name = 'quorum-reviews.csv';
  return ok({
    name,
    type: 'text/csv',
    text: reviewLogCsv(events.value),
    words: `Saved your grades as ${name}, one a line.`,
  });
}

async function designReviewsFile({ progress, content }: Means): Promise<Result<ExportFile, StorageFault>> {
  const [pages, rows] = await Promise.all([content.questions(), progress.rows('designReview')]);
  if (!rows.ok) return rows;
  const reviews = rows.value.filter(({ isDeleted }) => !isDeleted).sort((one, other) => other.savedAt - one.savedAt);
  const name = 'quorum-design-reviews.md';
  const type = 'text/markdown';
  if (reviews.length === 0) return ok({ name, type, text: '', words: 'There is no design review to save yet.' });
  const text = reviews.map((review) => designReviewMarkdown(review, pages.questions)).join('\n');
  return ok({ name, type, text, words: `Saved ${counted(reviews.length, 'design review')} as ${name}.` });
}
