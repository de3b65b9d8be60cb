/** The course on disk: what the build reads, checks, cuts and gives to the prerenderer. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { checkCourse } from '#content/check/check-course.ts';
import { compile } from '#content/compile.ts';
import type { Course } from '#content/course.ts';
import { issueLine, type ContentIssue } from '#content/issue.ts';
import { parse, type ContentFile } from '#content/parse.ts';
import type { ContentService } from '#services/content-service.ts';
import { namedContent } from '#services/named-content.ts';
import { drawWithCatalog } from './drawn-figures.ts';
import { puzzleIssues } from './puzzle-issues.ts';

/** One file as it is served. */
export interface CompiledFile {
  readonly name: string;
  /** Below the base; the hash is of the text, so the name changes exactly when it does. */
  readonly url: string;
  readonly json: string;
}

export interface BuiltContent {
  /** Absent where the files are not even well formed. */
  readonly course?: Course;
  readonly files: readonly CompiledFile[];
  readonly issues: readonly ContentIssue[];
}

/** Every JSON file of the track, by its path from the repository's root. The generated schemas are no content. */
export function readContent(root: string): readonly ContentFile[] {
  const folder = join(root, 'content');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !name.startsWith('schemas'))
    .toSorted()
    .map((name) => ({
      path: relative(root, join(folder, name)).replaceAll(sep, '/'),
      text: readFileSync(join(folder, name), 'utf8'),
    }));
}

/** A course with issues is still cut where it can be, for a look at a draft. */
export function buildContent(root: string): BuiltContent {
  const course = parse(readContent(root), drawWithCatalog);
  if (!course.ok) return { files: [], issues: course.fault };
  const files = [...compile(course.value)].map(([name, value]) => compiledFile(name, value));
  return { course: course.value, files, issues: [...checkCourse(course.value), ...puzzleIssues(course.value)] };
}

function compiledFile(name: string, value: object): CompiledFile {
  const json = JSON.stringify(value);
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 8);
  return { name, url: `content/${name}-${hash}.json`, json };
}

export function issueReport(issues: readonly ContentIssue[]): string {
  return [
    `The content has ${issues.length} ${issues.length === 1 ? 'issue' : 'issues'}:`,
    ...issues.map(issueLine),
  ].join('\n');
}

/** One page's use of the content: read through `content`, then ask which files it took. */
export interface ContentVisit {
  readonly content: ContentService;
  /** Paths below the base of the files read so far, in the order they were asked for. */
  readonly urls: () => readonly string[];
}

export interface DiskContent {
  readonly files: readonly CompiledFile[];
  readonly visit: () => ContentVisit;
}

/** The compiled content straight from the sources. Throws where they are not well formed. */
export function contentFromDisk(root: string): DiskContent {
  const { files, issues } = buildContent(root);
  if (files.length === 0) throw new Error(issueReport(issues));
  return contentFromFiles(files);
}

export function contentFromFiles(files: readonly CompiledFile[]): DiskContent {
  const byName = new Map(files.map((file) => [file.name, file]));
  const visit = (): ContentVisit => {
    const urls = new Set<string>();
    const read = async (name: string): Promise<unknown> => {
      const file = byName.get(name);
      if (file === undefined) throw new Error(`No content file is named ${name}.`);
      urls.add(file.url);
      return JSON.parse(file.json);
    };
    return { content: namedContent(new Set(byName.keys()), read), urls: () => [...urls] };
  };
  return { files, visit };
}
