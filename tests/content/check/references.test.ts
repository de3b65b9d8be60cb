import { describe, expect, test } from 'vitest';
import { issuesAfter, paths, type Fixture } from '../fixture.ts';

const figureOf = (fixture: Fixture) => fixture.section.screens[0]?.blocks[1] ?? {};

describe('an id that leads nowhere is refused', () => {
  const cases: readonly (readonly [string, (fixture: Fixture) => void, string])[] = [
    [
      'a module on the path',
      ({ track }) => track.path.modules.push('9.2'),
      `${paths.track}: path.modules[1]: there is no module 9.2`,
    ],
    [
      'a module beside the path',
      ({ track }) => (track.path.modules = ['9.0']),
      `${paths.track}: path.modules[0]: there is no module 9.0`,
    ],
    [
      'a book',
      ({ track }) => Object.assign(track.books[0] ?? {}, { source: 'lost' }),
      `${paths.track}: books[0].source: there is no source lost`,
    ],
    [
      'the quote',
      ({ track }) => (track.quote.source = 'lost'),
      `${paths.track}: quote.source: there is no source lost`,
    ],
    [
      'the first section',
      ({ track }) => (track.hook.startsAt = 'lost'),
      `${paths.track}: hook.startsAt: there is no section lost`,
    ],
    [
      'a listed section',
      ({ module }) => module.sections.push('lost'),
      `${paths.module}: sections[1]: there is no file for the section lost`,
    ],
    [
      'a module’s question',
      ({ module }) => module.questions.push('lost'),
      `${paths.module}: questions[1]: there is no question lost`,
    ],
    [
      'further reading',
      ({ module }) => Object.assign(module.furtherReading?.[0] ?? {}, { source: 'lost' }),
      `${paths.module}: furtherReading[0].source: there is no source lost`,
    ],
    [
      'what a section covers',
      ({ section }) => section.covers.push('lost'),
      `${paths.section}: covers[1]: there is no topic in the module’s covers named lost`,
    ],
    [
      'what a section aims at',
      ({ section }) => (section.objectives = [...section.objectives, 'lost']),
      `${paths.section}: objectives[4]: there is no objective of the module named lost`,
    ],
    [
      'a section’s concept',
      ({ section }) => section.concepts.push('lost'),
      `${paths.section}: concepts[1]: there is no concept lost`,
    ],
    [
      'a recall card',
      ({ section }) => section.recall.push('lost'),
      `${paths.section}: recall[2]: there is no card taught in this section named lost`,
    ],
    [
      'a recall card taught elsewhere',
      ({ section }) => section.recall.push('water-is-between'),
      `${paths.section}: recall[2]: there is no card taught in this section named water-is-between`,
    ],
    [
      'the block that answers a guess',
      ({ section }) => (section.guess.answeredBy = 'lost'),
      `${paths.section}: guess.answeredBy: there is no block in this section named lost`,
    ],
    [
      'the question to ask',
      ({ section }) => (section.ask.question = 'lost'),
      `${paths.section}: ask.question: there is no question lost`,
    ],
    [
      'a figure’s source',
      (fixture) => Object.assign(figureOf(fixture), { sources: ['lost'] }),
      `${paths.section}: screens[0].blocks[1].sources[0]: there is no source lost`,
    ],
    [
      'a card’s concept',
      ({ cards }) => Object.assign(cards[0] ?? {}, { concept: 'lost' }),
      `${paths.cards}: cards[0].concept: there is no concept lost`,
    ],
    [
      'a card’s source',
      ({ cards }) => cards[1]?.sources.push('lost'),
      `${paths.cards}: cards[1].sources[1]: there is no source lost`,
    ],
    [
      'an item’s objective',
      ({ items }) => Object.assign(items[22] ?? {}, { objective: 'lost' }),
      `${paths.items}: items[22].objective: there is no objective of the module named lost`,
    ],
    [
      'an item’s concept',
      ({ items }) => Object.assign(items[22] ?? {}, { concept: 'lost' }),
      `${paths.items}: items[22].concept: there is no concept lost`,
    ],
    [
      'an item’s card',
      ({ items }) => Object.assign(items[22] ?? {}, { card: 'lost' }),
      `${paths.items}: items[22].card: there is no card lost`,
    ],
    [
      'the block that teaches an item',
      ({ items }) => Object.assign(items[22] ?? {}, { teaches: 'two-harbours#lost' }),
      `${paths.items}: items[22].teaches: there is no paragraph two-harbours#lost`,
    ],
    [
      'a look-alike',
      ({ concepts }) => Object.assign(concepts[0]?.lookAlikes[0] ?? {}, { concept: 'lost' }),
      `${paths.concepts}: concepts[0].lookAlikes[0].concept: there is no concept lost`,
    ],
    [
      'the concept above',
      ({ concepts }) => Object.assign(concepts[1] ?? {}, { below: 'bridge' }),
      `${paths.concepts}: concepts[1].below: there is no key concept bridge`,
    ],
    [
      'a concept’s source',
      ({ concepts }) => concepts[1]?.sources.push('lost'),
      `${paths.concepts}: concepts[1].sources[0]: there is no source lost`,
    ],
    [
      'a question’s link',
      ({ questions }) => Object.assign(questions[0]?.links[0] ?? {}, { to: 'two-harbours#lost' }),
      `${paths.questions}: questions[0].links[0].to: there is no section, concept, question or paragraph two-harbours#lost`,
    ],
    [
      'a link in a text',
      ({ module }) => (module.summary = 'See [this](concept:lost).'),
      `${paths.module}: summary: there is no concept lost`,
    ],
    [
      'a citation in a text',
      ({ cards }) => Object.assign(cards[1] ?? {}, { note: 'So it is [@lost].' }),
      `${paths.cards}: cards[1].note: there is no source lost`,
    ],
  ];
  test.each(cases)('%s', (_, plant, issue) => expect(issuesAfter(plant)).toContain(issue));
});

test('a card whose paragraph does not exist is refused', () => {
  expect(issuesAfter(({ cards }) => Object.assign(cards[2] ?? {}, { paragraph: 'concept/crossing#lost' }))).toEqual([
    `${paths.cards}: cards[2].paragraph: there is no paragraph concept/crossing#lost`,
  ]);
});

describe('a name is sound', () => {
  const cases: readonly (readonly [string, (fixture: Fixture) => void, string])[] = [
    [
      'once in its section',
      ({ section }) => Object.assign(section.screens[1]?.blocks[0] ?? {}, { id: 'two-are-enough' }),
      `${paths.section}: screens[].blocks: the id two-are-enough is there more than once`,
    ],
    [
      'once among options',
      ({ items }) => Object.assign((items[0]?.kind === 'single' && items[0].options[1]) || {}, { id: 'anchor' }),
      `${paths.items}: items[0].options: the id anchor is there more than once`,
    ],
    [
      'no position',
      ({ items }) => Object.assign(items[0] ?? {}, { id: 'q1' }),
      `${paths.items}: items[0].id: the id q1 names a position; name what it says`,
    ],
    [
      'no position in a section either',
      ({ section }) => Object.assign(section.screens[1]?.blocks[0] ?? {}, { id: 'paragraph-2' }),
      `${paths.section}: screens[1].blocks[0].id: the id paragraph-2 names a position; name what it says`,
    ],
  ];
  test.each(cases)('%s', (_, plant, issue) => expect(issuesAfter(plant)).toEqual([issue]));
});
