import { localDateOf, monthOf, weekdayOf, type StudyDay } from '#scheduling/study-day.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "Tuesday 3 June" */
export const dayWords = (day: StudyDay): string => `${weekdays[weekdayOf(day)]} ${dayAndMonth(day)}`;

/** "June" */
export const monthName = (day: StudyDay): string => months[localDateOf(day).month - 1] ?? '';

/** "today", "yesterday", "3 June"; with the year where it is another one than today's. */
export function dateWords(day: StudyDay, today: StudyDay): string {
  if (day === today) return 'today';
  if (day === today - 1) return 'yesterday';
  const { year } = localDateOf(day);
  return year === localDateOf(today).year ? dayAndMonth(day) : `${dayAndMonth(day)} ${year}`;
}

/** "3 June 2026": for paper, which does not know which day it is. */
export const datedWords = (day: StudyDay): string => `${dayAndMonth(day)} ${localDateOf(day).year}`;

/** "3 June 2025" of "2025-06-03" */
export function isoDateWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[(month ?? 0) - 1]} ${year}`;
}

/** The study days of today's month, first to last. */
export function daysOfMonth(today: StudyDay): readonly StudyDay[] {
  const first = today - localDateOf(today).day + 1;
  const longest = Array.from({ length: 31 }, (_, index) => first + index);
  return longest.filter((day) => monthOf(day) === monthOf(today));
}

const dayAndMonth = (day: StudyDay): string => `${localDateOf(day).day} ${monthName(day)}`;
