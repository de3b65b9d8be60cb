/** The one next step, from what has been read and passed. */
import type { ModuleSummary, SectionSummary } from '#content/compiled.ts';
import type { CheckRow, SectionRow } from './rows.ts';

export type NextStep =
  | {
      readonly kind: 'section';
      readonly module: ModuleSummary;
      readonly section: SectionSummary;
      /** From 1. */
      readonly number: number;
      /** The screen that was left open, from 0; 0 when it was not begun. */
      readonly screen: number;
      readonly isBegun: boolean;
    }
  | { readonly kind: 'check'; readonly module: ModuleSummary; readonly isBegun: boolean }
  /** All that can be read has been read and passed. */
  | { readonly kind: 'done' };

/** Whether a module's check was passed once. */
export const isPassed = (checks: readonly CheckRow[], module: string) =>
  checks.some((check) => check.module === module && check.result?.passed === true);

/** The section left open last, else the first unread one, else the check of a module that is read but not passed. */
export function nextStep(
  modules: readonly ModuleSummary[],
  sections: readonly SectionRow[],
  checks: readonly CheckRow[],
): NextStep {
  const rows = new Map(sections.map((row) => [row.section, row]));
  const readable = modules.filter((module) => module.status === 'complete');
  const all = readable.flatMap((module) =>
    module.sections.map((section, index) => ({ module, section, number: index + 1, row: rows.get(section.id) })),
  );
  const open = all
    .filter(({ row }) => row !== undefined && !row.isRead)
    .sort((one, other) => (other.row?.lastAt ?? 0) - (one.row?.lastAt ?? 0))[0];
  if (open) return { kind: 'section', ...open, screen: open.row?.screen ?? 0, isBegun: true };
  for (const module of readable) {
    const unread = all.find((place) => place.module === module && place.row === undefined);
    if (unread) return { kind: 'section', ...unread, screen: 0, isBegun: false };
    if (module.items > 0 && !isPassed(checks, module.id)) {
      const isBegun = checks.some((check) => check.module === module.id && check.result === null);
      return { kind: 'check', module, isBegun };
    }
  }
  return { kind: 'done' };
}
