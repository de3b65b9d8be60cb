import { expect, test } from 'vitest';
import { issueLine } from '#content/issue.ts';
import { parse, type ContentFile } from '#content/parse.ts';
import { drawNothing, filesOf, folder, paths, soundFixture, type Fixture } from './fixture.ts';

function faultsOf(files: readonly ContentFile[]): string[] {
  const course = parse(files, drawNothing);
  return course.ok ? [] : course.fault.map(issueLine);
}

/** The faults of the fixture's files with one text changed. */
function faultsWith(name: keyof typeof paths, change: (text: string) => string): string[] {
  return faultsOf(
    filesOf(soundFixture()).map((file) => (file.path === paths[name] ? { ...file, text: change(file.text) } : file)),
  );
}

function faultsAfter(plant: (fixture: Fixture) => void): string[] {
  const fixture = soundFixture();
  plant(fixture);
  return faultsOf(filesOf(fixture));
}

test('well-formed files make a course', () => {
  const course = parse(filesOf(soundFixture()), drawNothing);
  expect(
    course.ok &&
      course.value.modules.map((each) => [
        each.module.value.id,
        each.sections.length,
        each.cards.length,
        each.items.length,
      ]),
  ).toEqual([['9.1', 1, 3, 23]]);
});

test('each thing knows its file and path', () => {
  const course = parse(filesOf(soundFixture()), drawNothing);
  expect(course.ok && course.value.modules[0]?.cards[2]).toMatchObject({ file: paths.cards, path: 'cards[2]' });
});

test('text that is no JSON is named with its line', () => {
  expect(faultsWith('sources', (text) => text.replace('"author"', 'author'))[0]).toMatch(
    /sources\/books\.json: line 6: Expected double-quoted property name/,
  );
  expect(faultsWith('sources', (text) => text.replace('1999,', 'x1999,'))[0]).toMatch(
    /sources\/books\.json: line 7: Unexpected token 'x'/,
  );
  expect(faultsWith('sources', (text) => text.slice(0, -4))[0]).toMatch(/sources\/books\.json: line 1\d: /);
});

test('a small file that is no JSON is named with its line too', () => {
  expect(faultsWith('released', () => '{\n"a": x}')[0]).toMatch(/released\.json: line 2: Unexpected token 'x'/);
});

test('all that is wrong is told at once, each with its path', () => {
  const faults = faultsAfter((fixture) => {
    Object.assign(fixture.cards[1] ?? {}, { angle: 'sideways', extra: true });
    Object.assign(fixture.concepts[0] ?? {}, { name: 7 });
    fixture.questions.pop();
  });
  expect(faults).toEqual([
    `${paths.cards}: cards[1].angle: Invalid option: expected one of "definition"|"case"|"contrast"|"why"`,
    `${paths.cards}: cards[1]: Unrecognized key: "extra"`,
    `${paths.concepts}: concepts[0].name: Invalid input: expected string, received number`,
    `${paths.questions}: questions: Too small: expected array to have exactly 6 items`,
  ]);
});

test('a union says what each of its members missed', () => {
  const faults = faultsAfter((fixture) => Object.assign(fixture.questions[0]?.links[0] ?? {}, { to: 'No Such Place' }));
  expect(faults).toEqual([
    `${paths.questions}: questions[0].links[0].to: a paragraph is named section-id#block-id or concept/concept-id#paragraph-id, or an id is lower-case words joined by dashes`,
  ]);
});

test('an id that is taken names who has it, whatever its kind', () => {
  expect(faultsAfter((fixture) => Object.assign(fixture.cards[1] ?? {}, { id: 'two-harbours' }))).toEqual([
    `${paths.cards}: cards[1].id: the id two-harbours is already taken by ${paths.section}`,
  ]);
});

test('a file in the folder of another module is refused', () => {
  expect(faultsAfter((fixture) => Object.assign(fixture.section, { module: '9.2' }))).toEqual([
    `${paths.section}: module: the file says 9.2 but lies in the folder of 9.1`,
  ]);
});

test('a file where no content lives is refused, and a missing one is missed', () => {
  const files = filesOf(soundFixture()).filter((file) => file.path !== paths.questions);
  expect(faultsOf([...files, { path: `${folder}notes.json`, text: '{}' }])).toEqual([
    `${folder}notes.json: no kind of content lives at this path`,
    `${folder}questions.json: the file is missing`,
  ]);
});
