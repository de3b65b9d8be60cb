import type { Course } from '../course.ts';
import type { ContentIssue } from '../issue.ts';

/** Everything that a well-formed course may still have wrong. */
export function checkCourse(_course: Course): readonly ContentIssue[] {
  return [];
}
