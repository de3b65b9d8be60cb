import { expect, test } from 'vitest';
import type { ModuleSummary } from '#content/compiled.ts';
import { moduleState } from '#progress/module-state.ts';
import { nextStep } from '#progress/next-step.ts';
import type { CheckRow, SectionRow } from '#progress/rows.ts';

const moduleOf = (id: string, sections: readonly string[], change: Partial<ModuleSummary> = {}): ModuleSummary => ({
  id,
  title: id,
  hue: 'teal',
  status: 'complete',
  summary: '',
  topics: [],
  minutes: 10,
  sections: sections.map((section) => ({ id: section, title: section, minutes: 4, screens: 3, cards: 2 })),
  keyConcepts: [`${id}-concept`],
  items: 20,
  ...change,
});
const one = moduleOf('5.1', ['a', 'b']);
const two = moduleOf('5.2', ['c']);
const outline = moduleOf('5.3', [], { status: 'outline', items: 0 });
const modules = [one, two, outline];

const open = (section: string, screen = 1, lastAt = 0): SectionRow => ({
  section,
  module: '',
  screen,
  isRead: false,
  lastAt,
});
const read = (section: string): SectionRow => ({ ...open(section), isRead: true });
const check = (module: string, right: number | null): CheckRow => ({
  attempt: `${module}-${right}`,
  module,
  items: [],
  answers: [],
  startedAt: 0,
  result: right === null ? null : { right, of: 10, passed: right >= 8, at: 0 },
});

test('the first step is the first section', () => {
  expect(nextStep(modules, [], [])).toMatchObject({
    kind: 'section',
    module: one,
    number: 1,
    screen: 0,
    isBegun: false,
  });
});

test('the section left open last comes before any other', () => {
  const rows = [read('a'), open('b', 2, 10), open('c', 1, 20)];
  expect(nextStep(modules, rows, [])).toMatchObject({
    kind: 'section',
    section: { id: 'c' },
    screen: 1,
    isBegun: true,
  });
  expect(nextStep(modules, rows.slice(0, 2), [])).toMatchObject({ section: { id: 'b' }, number: 2, screen: 2 });
});

test('then the first unread section, then the check of the module, then the next module', () => {
  expect(nextStep(modules, [read('a')], [])).toMatchObject({ kind: 'section', section: { id: 'b' }, isBegun: false });
  expect(nextStep(modules, [read('a'), read('b')], [])).toEqual({ kind: 'check', module: one, isBegun: false });
  expect(nextStep(modules, [read('a'), read('b')], [check('5.1', 4), check('5.1', null)])).toEqual({
    kind: 'check',
    module: one,
    isBegun: true,
  });
  expect(nextStep(modules, [read('a'), read('b')], [check('5.1', 8), check('5.1', 3)])).toMatchObject({
    kind: 'section',
    module: two,
  });
});

test('a module that has no check yet is done once it is read', () => {
  expect(nextStep([moduleOf('5.1', ['a'], { items: 0 }), two], [read('a')], [])).toMatchObject({
    kind: 'section',
    module: two,
  });
});

test('all is done when all is read and passed; an outline holds nobody up', () => {
  expect(nextStep(modules, [read('a'), read('b'), read('c')], [check('5.1', 9), check('5.2', 10)])).toEqual({
    kind: 'done',
  });
});

test.each<[string, readonly SectionRow[], readonly CheckRow[], readonly string[]]>([
  ['new', [], [], []],
  ['started', [open('a')], [], []],
  ['started', [read('a')], [], []],
  ['read', [read('a'), read('b')], [check('5.1', 4)], []],
  ['passed', [read('a')], [check('5.1', 8), check('5.1', 2)], []],
  ['durable', [read('a'), read('b')], [], ['5.1-concept']],
])('a module is %s', (state, sections, checks, durable) => {
  expect(moduleState(one, sections, checks, new Set(durable)).state).toBe(state);
});

test('an outline stays one until its key concepts hold', () => {
  expect(moduleState(outline, [], [], new Set()).state).toBe('outline');
  expect(moduleState(outline, [], [], new Set(['5.3-concept'])).state).toBe('durable');
});

test('a module without key concepts is never durable', () => {
  expect(moduleState(moduleOf('5.1', ['a'], { keyConcepts: [] }), [], [], new Set()).state).toBe('new');
});

test('a module says how many sections are read, and its best finished check', () => {
  const state = moduleState(
    one,
    [read('a'), open('b'), read('c')],
    [check('5.1', 4), check('5.1', 6), check('5.1', null), check('5.2', 9)],
    new Set(),
  );
  expect(state).toMatchObject({ sectionsRead: 1, best: { right: 6, of: 10 } });
});
