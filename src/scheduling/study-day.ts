/** A study day, counted from 1 January 1970: the local calendar day, which ends at 04:00 the next morning. */
export type StudyDay = number;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const CUT_OFF_MS = 4 * 60 * MINUTE_MS;

/** The study day of an instant (`at` in UTC ms) for someone whose clock was `offset` minutes ahead of UTC then. */
export function studyDayOf(at: number, offset: number): StudyDay {
  return Math.floor((at + offset * MINUTE_MS - CUT_OFF_MS) / DAY_MS);
}

/** The instant (UTC ms) at which a study day begins, 04:00, for someone whose clock is `offset` minutes ahead of UTC. */
export function dayStartMs(day: StudyDay, offset: number): number {
  return day * DAY_MS + CUT_OFF_MS - offset * MINUTE_MS;
}

export interface LocalDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const DAYS_PER_ERA = 146_097;
const DAYS_FROM_MARCH_0000_TO_1970 = 719_468;

/**
 * The calendar date of a study day, proleptic Gregorian. Years are counted from March, so that the leap day is the
 * last of its year (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`).
 */
export function localDateOf(studyDay: StudyDay): LocalDate {
  const days = studyDay + DAYS_FROM_MARCH_0000_TO_1970;
  const era = Math.floor(days / DAYS_PER_ERA);
  const dayOfEra = days - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** The calendar month of a study day, counted from January of the year 0, so that months compare and subtract. */
export function monthOf(day: StudyDay): number {
  const { year, month } = localDateOf(day);
  return year * 12 + month - 1;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: StudyDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** When a card comes back, in the words of a button: "tomorrow", "in 9 days", "in 3 weeks", "in 4 months". */
export function describeDue(day: StudyDay, today: StudyDay): string {
  const days = day - today;
  if (days <= 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days < 14) return `in ${days} days`;
  if (days < 56) return `in ${Math.round(days / 7)} weeks`;
  if (days < 548) return `in ${Math.round(days / 30.44)} months`;
  return `in ${Math.round(days / 365.25)} years`;
}
