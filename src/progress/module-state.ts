import type { ModuleSummary } from '#content/compiled.ts';
import { isPassed } from './next-step.ts';
import type { CheckRow, SectionRow } from './rows.ts';

export interface ModuleState {
  readonly module: ModuleSummary;
  readonly state: 'outline' | 'new' | 'started' | 'read' | 'passed' | 'durable';
  readonly sectionsRead: number;
  /** The best finished check. */
  readonly best: { readonly right: number; readonly of: number } | null;
}

/** `durableConcepts` are the ids of the concepts that hold. */
export function moduleState(
  module: ModuleSummary,
  sections: readonly SectionRow[],
  checks: readonly CheckRow[],
  durableConcepts: ReadonlySet<string>,
): ModuleState {
  const rows = new Map(sections.map((row) => [row.section, row]));
  const sectionsRead = module.sections.filter(({ id }) => rows.get(id)?.isRead).length;
  const isBegun = module.sections.some(({ id }) => rows.has(id));
  const best = checks
    .filter((check) => check.module === module.id && check.result !== null)
    .map((check) => check.result as NonNullable<CheckRow['result']>)
    .reduce<ModuleState['best']>((top, result) => (top === null || result.right > top.right ? result : top), null);
  const state = () => {
    if (module.keyConcepts.length > 0 && module.keyConcepts.every((concept) => durableConcepts.has(concept)))
      return 'durable';
    if (isPassed(checks, module.id)) return 'passed';
    if (module.status === 'outline') return 'outline';
    if (sectionsRead === module.sections.length) return 'read';
    return isBegun ? 'started' : 'new';
  };
  return { module, state: state(), sectionsRead, best };
}
