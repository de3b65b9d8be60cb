import type { DayRow } from '#progress/rows.ts';
import { counted } from './counted.ts';

/** "12 cards, 1 section"; empty where nothing was studied. */
export function studyWords({ graded, sectionsRead, checksFinished }: DayRow): string {
  const parts = [
    graded > 0 && counted(graded, 'card'),
    sectionsRead > 0 && counted(sectionsRead, 'section'),
    checksFinished > 0 && counted(checksFinished, 'check'),
  ];
  return parts.filter(Boolean).join(', ');
}
