/** A study day, counted from 1 January 1970: the local calendar day, which ends at 04:00 the next morning. */
export type StudyDay = number;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const CUT_OFF_MS = 4 * 60 * MINUTE_MS;

/** The study day of an instant (`at` in UTC ms) for someone whose clock was `offset` minutes ahead of UTC then. */
export function studyDayOf(at: number, offset: number): StudyDay {
  return Math.floor((at + offset * MINUTE_MS - CUT_OFF_MS) / DAY_MS);
}
