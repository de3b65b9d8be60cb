/** From the text of the files to a well-formed course. It knows no disk, and says everything that is wrong at once. */
import type * as z from 'zod';
import { failed, ok, type Result } from '#base/result.ts';
import { cardsFile } from './card.ts';
import type { Course, CourseModule, Filed } from './course.ts';
import { issueAt, jsonPath, type ContentIssue } from './issue.ts';
import { checkFile } from './item.ts';
import { ledger } from './ledger.ts';
import { parseJson } from './parse-json.ts';
import { puzzle } from './puzzle.ts';
import { section } from './section.ts';
import { drawn, type Draw } from './simulation.ts';
import { conceptsFile, moduleFile, questionsFile, sourcesFile, tombstonesFile, track } from './track.ts';
import { workedExamplesFile } from './worked-example.ts';

export interface ContentFile {
  /** From the repository's root, with slashes: `content/<track>/track.json`. */
  readonly path: string;
  readonly text: string;
}

/** Where each kind of file lives inside its track's folder. */
const places = {
  track: /^track\.json$/,
  module: /^modules\/([^/]+)\/module\.json$/,
  section: /^modules\/([^/]+)\/sections\/[^/]+\.json$/,
  cards: /^modules\/([^/]+)\/cards\/[^/]+\.json$/,
  check: /^modules\/([^/]+)\/check\/[^/]+\.json$/,
  concepts: /^concepts(\/[^/]+)?\.json$/,
  questions: /^questions\.json$/,
  puzzle: /^puzzles\/[^/]+\.json$/,
  sources: /^sources(\/[^/]+)?\.json$/,
  tombstones: /^tombstones\.json$/,
  released: /^released\.json$/,
  workedExamples: /^worked-examples\.json$/,
};
type FileKind = keyof typeof places;

/** `draw` runs what the files describe as a run of the simulator. */
export function parse(files: readonly ContentFile[], draw: Draw): Result<Course, readonly ContentIssue[]> {
  const reader = new Reader(files, draw);
  const modules = reader.read('module', moduleFile);
  const sections = reader.read('section', section);
  const decks = reader.read('cards', cardsFile);
  const checks = reader.read('check', checkFile);
  const concepts = reader
    .read('concepts', conceptsFile)
    .flatMap((file) => filedList(file, 'concepts', file.value.concepts));
  const questions = reader.readOne('questions', questionsFile);
  const workedExamples = reader
    .read('workedExamples', workedExamplesFile)
    .flatMap((file) => filedList(file, 'workedExamples', file.value.workedExamples));
  const puzzles = reader.read('puzzle', puzzle).toSorted((one, other) => one.value.number - other.value.number);
  const sources = reader.read('sources', sourcesFile).flatMap((file) => filedList(file, 'sources', file.value.sources));
  const tombstones = reader
    .read('tombstones', tombstonesFile)
    .flatMap((file) => filedList(file, 'tombstones', file.value.tombstones));
  const released = reader.read('released', ledger)[0] ?? { value: {}, file: `${reader.folder}released.json`, path: '' };
  const front = reader.readOne('track', track);
  const issues = [
    ...reader.issues,
    ...folderIssues([
      ...modules.map((file) => ({ ...file, value: { module: file.value.id } })),
      ...sections,
      ...decks,
      ...checks,
    ]),
  ];
  if (front === undefined || questions === undefined || issues.length > 0) return failed(issues);

  const cards = decks.flatMap((file) => filedList(file, 'cards', file.value.cards));
  const items = checks.flatMap((file) => filedList(file, 'items', file.value.items));
  const place = {
    concepts,
    questions: filedList(questions, 'questions', questions.value.questions),
    workedExamples,
    puzzles,
    sources,
    tombstones,
  };
  const path = front.value.path.modules;
  const gathered = modules
    .toSorted((one, other) => rank(path, one.value.id) - rank(path, other.value.id))
    .map((module): CourseModule => {
      const isHere = (each: Filed<unknown>) => each.file.startsWith(module.file.replace(/module\.json$/, ''));
      const listed = module.value.sections;
      return {
        module,
        sections: sections
          .filter(isHere)
          .toSorted((one, other) => rank(listed, one.value.id) - rank(listed, other.value.id)),
        cards: cards.filter(isHere),
        items: items.filter(isHere),
      };
    });
  const course = { track: front, modules: gathered, ...place, ledger: released };
  const duplicates = duplicateIssues(course);
  return duplicates.length > 0 ? failed(duplicates) : ok(course);
}

class Reader {
  readonly issues: ContentIssue[] = [];
  readonly folder: string;
  readonly #byKind = new Map<FileKind, ContentFile[]>();

  readonly #draw: Draw;

  constructor(files: readonly ContentFile[], draw: Draw) {
    this.#draw = draw;
    const front = files.find((file) => file.path.endsWith('/track.json'));
    this.folder = front?.path.replace(/track\.json$/, '') ?? files[0]?.path.replace(/^([^/]+\/[^/]+\/).*$/, '$1') ?? '';
    for (const file of files.toSorted((one, other) => (one.path < other.path ? -1 : 1))) this.#sort(file);
  }

  #sort(file: ContentFile): void {
    const inside = file.path.startsWith(this.folder) ? file.path.slice(this.folder.length) : file.path;
    const kind = (Object.keys(places) as FileKind[]).find((each) => places[each].test(inside));
    if (kind === undefined) {
      this.issues.push({ file: file.path, path: '', reason: 'no kind of content lives at this path' });
      return;
    }
    this.#byKind.set(kind, [...(this.#byKind.get(kind) ?? []), file]);
  }

  read<Value>(kind: FileKind, schema: z.ZodType<Value>): Filed<Value>[] {
    return (this.#byKind.get(kind) ?? []).flatMap((file) => {
      const json = parseJson(file);
      if (!json.ok) {
        this.issues.push(json.fault);
        return [];
      }
      const whole = drawn(json.value, this.#draw);
      if (!whole.ok) {
        this.issues.push(...whole.fault.map((fault) => ({ file: file.path, ...fault })));
        return [];
      }
      const checked = schema.safeParse(whole.value);
      if (checked.success) return [{ value: checked.data, file: file.path, path: '' }];
      this.issues.push(
        ...checked.error.issues.map((issue) => ({
          file: file.path,
          path: jsonPath(issue.path),
          reason: reasonOf(issue),
        })),
      );
      return [];
    });
  }

  readOne<Value>(kind: 'track' | 'questions', schema: z.ZodType<Value>): Filed<Value> | undefined {
    if (!this.#byKind.has(kind))
      this.issues.push({ file: `${this.folder}${kind}.json`, path: '', reason: 'the file is missing' });
    return this.read(kind, schema)[0];
  }
}

/** A union says only "Invalid input"; what each of its members missed is what helps. */
function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue.message;
  const parts = issue.errors.flat().map((inner) => [jsonPath(inner.path), inner.message].filter(Boolean).join(' '));
  return [...new Set(parts)].join(', or ');
}

function filedList<Value>(file: Filed<unknown>, key: string, values: readonly Value[]): Filed<Value>[] {
  return values.map((value, index) => ({ value, file: file.file, path: `${key}[${index}]` }));
}

function folderIssues(files: readonly Filed<{ readonly module: string }>[]): ContentIssue[] {
  return files.flatMap((file) => {
    const folder = /modules\/([^/]+)\//.exec(file.file)?.[1];
    if (folder === file.value.module) return [];
    return [issueAt(file, 'module', `the file says ${file.value.module} but lies in the folder of ${folder}`)];
  });
}

/** One name means one thing in the whole track, whatever its kind; sources have names of their own. */
function duplicateIssues(course: Course): ContentIssue[] {
  const named = [
    ...course.modules.flatMap((each) => [...each.sections, ...each.cards, ...each.items]),
    ...course.concepts,
    ...course.questions,
    ...course.puzzles,
    ...course.workedExamples,
  ];
  const modules = course.modules.map((each) => each.module);
  return [named, course.sources, course.tombstones, modules].flatMap(repeated);
}

function repeated(things: readonly Filed<{ readonly id: string }>[]): ContentIssue[] {
  const first = new Map<string, Filed<unknown>>();
  return things.flatMap((thing) => {
    const other = first.get(thing.value.id);
    if (other === undefined) {
      first.set(thing.value.id, thing);
      return [];
    }
    const where = [other.file, other.path].filter(Boolean).join(': ');
    return [issueAt(thing, 'id', `the id ${thing.value.id} is already taken by ${where}`)];
  });
}

const rank = (ids: readonly string[], id: string): number => (ids.includes(id) ? ids.indexOf(id) : ids.length);
