import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nextLedger } from '#content/releases.ts';
import { buildContent, issueReport } from './content-files.ts';

/** Writes down what is released now, so that a later edit has to say that it is one. Refuses while there are issues. */
export function main(root: string): number {
  const { course, issues } = buildContent(root);
  if (course === undefined || issues.length > 0) {
    console.error(issueReport(issues));
    return 1;
  }
  const ledger = nextLedger(course);
  writeFileSync(join(root, course.ledger.file), `${JSON.stringify(ledger, null, 2)}\n`);
  console.log(`Released ${Object.keys(ledger).length} ids.`);
  return 0;
}
