import { buildContent, issueReport } from './content-files.ts';

/** Says everything that is wrong with the content. */
export function main(root: string): number {
  const { issues } = buildContent(root);
  console.log(issues.length === 0 ? 'The content holds to every rule.' : issueReport(issues));
  return issues.length === 0 ? 0 : 1;
}
