import { expect, test } from 'vitest';
import type {
  CheckBank,
  Deck,
  ModuleContent,
  PuzzlePages,
  QuestionPages,
  SearchEntry,
  TrackIndex,
} from '#content/compiled.ts';
import { compile } from '#content/compile.ts';
import { courseOf, soundFixture, soundPuzzle, type Fixture } from './fixture.ts';

function compiled<File>(name: string, change: (fixture: Fixture) => void = () => undefined): File {
  const fixture = soundFixture();
  change(fixture);
  return compile(courseOf(fixture)).get(name) as File;
}

test('a course is cut into a file for each kind of screen', () => {
  expect([...compile(courseOf(soundFixture())).keys()]).toEqual([
    'track',
    'front',
    'module-9.1',
    'cards',
    'check-9.1',
    'concepts',
    'questions',
    'search',
  ]);
});

test('puzzles are listed, and cut by module with what they cite and link to', () => {
  const fixture = soundFixture();
  fixture.puzzles.push(soundPuzzle());
  const files = compile(courseOf(fixture));
  expect([...files.keys()].filter((name) => name.startsWith('puzzles'))).toEqual(['puzzles', 'puzzles-9.1']);
  expect(files.get('puzzles')).toMatchObject({
    puzzles: [{ id: 'both-ways-at-once', number: 1, rounds: [{ id: 'two-ferries', par: 2 }] }],
  });
  const pages = files.get('puzzles-9.1') as PuzzlePages;
  expect(pages.puzzles).toEqual([soundPuzzle()]);
  expect(pages.meanings).toEqual({ crossing: 'Going over water' });
  expect(pages.sources.map(({ id }) => id)).toEqual(['harbour-1999']);
});

test('a round that was not proven is not shipped, nor a puzzle without rounds', () => {
  const fixture = soundFixture();
  const puzzle = soundPuzzle();
  delete puzzle.rounds[0]?.truth;
  fixture.puzzles.push(puzzle);
  expect(compile(courseOf(fixture)).has('puzzles')).toBe(false);
});

test('a module without items has no check file', () => {
  const fixture = soundFixture();
  fixture.items = [];
  expect(compile(courseOf(fixture)).has('check-9.1')).toBe(false);
});

test('the track’s index sums up its modules and sections', () => {
  const index = compiled<TrackIndex>('track');
  expect(index).toMatchObject({ minutes: 2, keyConcepts: [{ id: 'crossing', name: 'Crossing', module: '9.1' }] });
  expect(index.modules[0]).toMatchObject({
    minutes: 2,
    items: 23,
    keyConcepts: ['crossing'],
    sections: [{ id: 'two-harbours', minutes: 2, screens: 2, cards: 2 }],
  });
});

test('a module carries the cards its recall prompts ask, the sources it cites and the meanings it links to', () => {
  const content = compiled<ModuleContent>('module-9.1');
  expect(content.recallCards.map((card) => card.id)).toEqual(['ferry-needs-two', 'reply-is-lost']);
  expect(content.sources.map((source) => source.id)).toEqual(['harbour-1999']);
  expect(content.meanings).toEqual({ crossing: 'Going over water' });
});

test('cards stand in the order they are taught, whatever order they are written in', () => {
  const deck = compiled<Deck>('cards', (fixture) => fixture.cards.reverse());
  expect(deck.cards.map((card) => [card.id, card.section])).toEqual([
    ['ferry-needs-two', 'two-harbours'],
    ['reply-is-lost', 'two-harbours'],
    ['water-is-between', undefined],
  ]);
});

test('look-alikes are pairs, each there once', () => {
  const deck = compiled<Deck>('cards', (fixture) =>
    fixture.concepts[1]?.lookAlikes.push({ concept: 'crossing', difference: 'A crossing is wet.' }),
  );
  expect(deck.lookAlikes).toEqual([['bridge', 'crossing']]);
});

test('only the cards among the tombstones concern the deck', () => {
  const deck = compiled<Deck>('cards', (fixture) => {
    fixture.tombstones = [
      { id: 'old-card', kind: 'card', reason: 'Wrong.' },
      { id: 'old-item', kind: 'item', reason: 'Wrong.' },
    ];
  });
  expect(deck.tombstones).toEqual(['old-card']);
});

test('a bank knows the major revision of its cards and where its paragraphs are', () => {
  const bank = compiled<CheckBank>('check-9.1', (fixture) =>
    Object.assign(fixture.cards[0] ?? {}, { rev: '3.1', revReason: 'It was wrong.' }),
  );
  expect(bank.cardMajors).toEqual({ 'ferry-needs-two': 3 });
  expect(bank.places).toEqual({ 'two-harbours#two-are-enough': 'Two harbours' });
});

test('questions name the titles of what they link to', () => {
  expect(compiled<QuestionPages>('questions').titles).toEqual({ 'two-harbours': 'Two harbours', crossing: 'Crossing' });
});

test('search finds sections by their prose and concepts by their other names', () => {
  const entries = compiled<readonly SearchEntry[]>('search');
  expect(entries.find((entry) => entry.kind === 'section')).toMatchObject({
    path: '/learn/9.1/two-harbours/',
    words: expect.stringContaining('tide'),
  });
  expect(entries.find((entry) => entry.title === 'Crossing' && entry.kind === 'concept')).toMatchObject({
    path: '/concepts/crossing/',
    words: 'passage going water',
    about: 'Going over water',
  });
});

test('the key for editors is not shipped', () => {
  const shipped = compiled<ModuleContent>('module-9.1', (fixture) =>
    Object.assign(fixture.section, { $schema: '../x.json' }),
  );
  expect(JSON.stringify(shipped)).not.toContain('$schema');
});

test('a draft whose references lead nowhere is still cut', () => {
  const fixture = soundFixture();
  Object.assign(fixture.items[0] ?? {}, { teaches: 'nowhere#at-all', card: 'no-such-card' });
  Object.assign(fixture.cards[0] ?? {}, { paragraph: 'nowhere#at-all' });
  expect(compile(courseOf(fixture)).size).toBe(8);
});
