import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildContent } from '#build/content-files.ts';
import { issueLine } from '#content/issue.ts';
import { plainText } from '#content/markup.ts';
import { brief } from './brief.ts';

const { course, issues } = buildContent(join(import.meta.dirname, '../..'));

test('the course holds to every rule', () => {
  expect(issues.map(issueLine)).toEqual([]);
});

/** Letter case, the shape of an apostrophe and a closing full stop do not matter; the words do. */
const spoken = (text: string) => plainText(text).replaceAll("'", '’').replace(/\.$/, '').toLowerCase();

function expectWords(text: string, words: readonly string[]) {
  for (const each of words) expect(spoken(text)).toContain(spoken(each));
}

describe.skipIf(course === undefined)('every line of what was asked for has its place', () => {
  const track = course?.track.value;
  const modules = course?.modules.map((each) => each.module.value) ?? [];

  test('the track, its opening thought and its four difficulties', () => {
    expect(track).toMatchObject(brief.track);
    expectWords(track?.opening.join(' ') ?? '', brief.opening);
    expectWords(track?.exactly.join(' ') ?? '', brief.exactly);
    expect(track?.difficulties.map((each) => each.name)).toEqual(brief.difficulties.map((each) => each.name));
    brief.difficulties.forEach(({ keeps }, index) => expectWords(track?.difficulties[index]?.text ?? '', keeps));
  });

  test('the path and where it leads', () => {
    expect(track?.path).toEqual(brief.path);
    const leadsTo = track?.leadsTo.map(({ name, text, isOnPath }) => ({ name, text: spoken(text), isOnPath }));
    expect(leadsTo).toEqual(brief.leadsTo.map((each) => ({ ...each, text: spoken(each.text) })));
  });

  test.each(brief.modules)(
    'module $id, its minutes, topics and what it covers',
    ({ id, title, minutes, topics, covers }) => {
      const module = modules.find((each) => each.id === id);
      expect(module).toMatchObject({ title, minutes });
      expect(module?.topics.map((topic) => spoken(topic).replace(/^the (?!fundamental)/, ''))).toEqual(topics);
      expectWords(module?.covers.map((each) => each.name).join(' · ') ?? '', covers);
    },
  );

  test('the three modules take about an hour and a half', () => {
    const least = modules.reduce((sum, module) => sum + module.minutes.least, 0);
    const most = modules.reduce((sum, module) => sum + module.minutes.most, 0);
    expect([least, most]).toEqual([90, 105]);
  });

  test('the ten key concepts, each with its module and meaning', () => {
    const keys = course?.concepts.map((each) => each.value).filter((each) => each.isKey) ?? [];
    const table = keys.map(({ name, module, meaning }) => [name, module, spoken(meaning)].join(' · '));
    expect(table.toSorted()).toEqual(
      brief.keyConcepts.map(([name, module, meaning]) => [name, module, spoken(meaning)].join(' · ')).toSorted(),
    );
  });

  test('the six questions, each with why it matters', () => {
    const questions = course?.questions.map((each) => each.value) ?? [];
    expect(questions.map((each) => spoken(each.text))).toEqual(brief.questions.map(([text]) => spoken(text)));
    brief.questions.forEach(([, why], index) => expectWords(questions[index]?.why ?? '', [why]));
  });

  test('the books and papers, by title and author', () => {
    const described = (reading: readonly { source: string; text: string }[]) =>
      reading.map(({ source, text }) => {
        const found = course?.sources.find((each) => each.value.id === source)?.value;
        return [found?.title, found?.author, found?.year, text].join(' · ');
      });
    const books = described(track?.books ?? []);
    const papers = described(track?.papers ?? []);
    expect([books.length, papers.length]).toEqual([brief.books.length, brief.papers.length]);
    brief.books.forEach((words, index) => expectWords(books[index] ?? '', words));
    brief.papers.forEach((words, index) => expectWords(papers[index] ?? '', words));
  });

  test('the recap of the series and the closing quote', () => {
    expect(track?.recap.map(({ name, text }) => [name, spoken(text)])).toEqual(brief.recap);
    expect([spoken(track?.quote.text ?? ''), track?.quote.by]).toEqual([spoken(brief.quote.text), brief.quote.by]);
  });

  describe('the puzzles', () => {
    const puzzles = course?.puzzles.map((each) => each.value) ?? [];
    const rounds = puzzles.flatMap((puzzle) => puzzle.rounds);

    test('each of the twenty-eight is there, and asks the opposite too', () => {
      expect(puzzles.map(({ number }) => number).sort((one, other) => one - other)).toEqual(
        Array.from({ length: 28 }, (_, index) => index + 1),
      );
      expect(puzzles.filter((puzzle) => puzzle.rounds.length < 2).map(({ id }) => id)).toEqual([]);
    });

    test('each module has at least eight', () => {
      for (const { id } of modules) {
        expect(puzzles.filter(({ module }) => module === id).length, id).toBeGreaterThanOrEqual(8);
      }
    });

    test('each of the ten key concepts has one', () => {
      const keyOf = new Map(course?.concepts.map(({ value }) => [value.id, value.below ?? value.id]));
      const covered = new Set(puzzles.map(({ concept }) => keyOf.get(concept)));
      const keys = course?.concepts.filter(({ value }) => value.isKey).map(({ value }) => value.id) ?? [];
      expect(keys.filter((id) => !covered.has(id))).toEqual([]);
    });

    test('at least ten rounds cannot be done', () => {
      expect(rounds.filter(({ truth }) => truth?.kind === 'impossible').length).toBeGreaterThanOrEqual(10);
    });
  });
});
