/** What a learner can take away to other programs, as text. A backup is not among them: see `backup-text.ts`. */
import type { DeckCard, QuestionPages } from '#content/compiled.ts';
import { parseMarkup, type MarkupNode } from '#content/markup.ts';
import type { LogEvent, ProgressEvent } from '#progress/event.ts';
import type { CardRow, DesignReviewRow } from '#progress/rows.ts';
import { isKnown } from '#progress/subjects.ts';
import { studyDayOf, type StudyDay } from '#scheduling/study-day.ts';

const DAY_MS = 86_400_000;

/**
 * The deck in Anki's text format, in the learner's own words where there are any. The card's id is the note's, so
 * that a later import changes notes instead of adding them.
 */
export function ankiText(cards: readonly DeckCard[], rows: readonly CardRow[]): string {
  const rowOf = new Map(rows.map((row) => [row.card, row]));
  const head = [
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    '#notetype column:2',
    '#deck:Quorum',
    '#tags column:5',
  ];
  const notes = cards.map((card) => {
    const { reworded, isSuspended } = rowOf.get(card.id) ?? { reworded: null, isSuspended: false };
    const words = reworded ?? { prompt: card.prompt, answer: card.answer ?? '' };
    const prompt = htmlOf(words.prompt);
    const back = [htmlOf(words.answer), card.note === undefined ? '' : htmlOf(card.note)].filter((part) => part !== '');
    const tags = [`quorum::${card.module}`, `quorum::${card.concept}`, ...(isSuspended ? ['quorum::suspended'] : [])];
    const type = prompt.includes('{{c1::') ? 'Cloze' : 'Basic';
    return [`quorum-${card.id}`, type, prompt, back.join('<br><br>'), tags.join(' ')].map(tabField).join('\t');
  });
  return [...head, ...notes].map((line) => `${line}\n`).join('');
}

/** Every grade, undone ones too, one a line. Days are written as dates; times are UTC. */
export function reviewLogCsv(events: readonly LogEvent[]): string {
  const known = events.filter(isKnown);
  const undone = new Set(known.flatMap((event) => (event.kind === 'gradeUndone' ? [event.target] : [])));
  const columns = [
    'event',
    'time',
    'offset_minutes',
    'study_day',
    'card',
    'revision',
    'given_in',
    'grade',
    'due_day',
    'elapsed_ms',
    'undone',
  ];
  const lines = known.flatMap((event) => {
    const graded = gradeIn(event);
    if (graded === null) return [];
    const day = dateOf(studyDayOf(event.at, event.offset));
    const { card, major, during, grade, dueDay, elapsedMs } = graded;
    const time = new Date(event.at).toISOString();
    return [
      [event.id, time, event.offset, day, card, major, during, grade, dateOf(dueDay), elapsedMs, undone.has(event.id)],
    ];
  });
  return [columns, ...lines].map((line) => `${line.map(csvField).join(',')}\r\n`).join('');
}

/** The answers under the questions they answer. Questions left open are shown as such. */
export function designReviewMarkdown(review: DesignReviewRow, questions: QuestionPages['questions']): string {
  const parts = questions.map(({ id, text, why }) => {
    const answer = review.answers[id]?.trim();
    return `## ${text}\n\n*${why}*\n\n${answer || 'Not answered yet.'}\n`;
  });
  const saved = dateOf(Math.floor(review.savedAt / DAY_MS));
  return [`# Design review: ${review.system}\n\nLast saved on ${saved}.\n`, ...parts].join('\n');
}

interface GradeLine {
  readonly card: string;
  readonly major: number;
  readonly during: 'review' | 'recall' | 'check';
  readonly grade: string;
  readonly dueDay: StudyDay;
  readonly elapsedMs: number | '';
}

function gradeIn(event: ProgressEvent): GradeLine | null {
  if (event.kind === 'cardGraded') return event;
  if (event.kind !== 'checkAnswered' || event.outcome === null) return null;
  return { card: event.card, major: event.major, ...event.outcome, during: 'check', elapsedMs: '' };
}

const dateOf = (day: StudyDay): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** A text that a spreadsheet would take for a formula is kept a text. */
function csvField(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Anki takes quotes as CSV does; a tab would end the field. */
function tabField(value: string): string {
  const line = value.replaceAll('\t', ' ').replaceAll(/\r?\n/g, '<br>');
  return line.includes('"') || line.startsWith('#') ? `"${line.replaceAll('"', '""')}"` : line;
}

/** Citations are left out, and the space before them with them. */
function htmlOf(markup: string): string {
  return parseMarkup(markup.replaceAll(/\s*\[@[a-z0-9-]+\]/g, ''))
    .map(nodeHtml)
    .join('')
    .trim();
}

function nodeHtml(node: MarkupNode): string {
  const within = 'children' in node ? node.children.map(nodeHtml).join('') : '';
  switch (node.kind) {
    case 'text':
      return escaped(node.text);
    case 'code':
      return `<code>${escaped(node.text)}</code>`;
    case 'strong':
      return `<b>${within}</b>`;
    case 'emphasis':
      return `<i>${within}</i>`;
    case 'concept':
      return within;
    case 'link':
      return `<a href="${escaped(node.url)}">${within}</a>`;
    case 'citation':
      return '';
    case 'blank':
      return `{{c1::${htmlOf(node.text)}}}`;
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
