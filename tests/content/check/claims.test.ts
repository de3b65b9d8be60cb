import { describe, expect, test } from 'vitest';
import { statesNumber } from '#content/check/claims.ts';
import { issuesAfter, paths, type Fixture } from '../fixture.ts';

const block = (fixture: Fixture, index: number) => fixture.section.screens[1]?.blocks[index] ?? {};

describe('a claim names its source', () => {
  const cases: readonly (readonly [string, (fixture: Fixture) => void, string])[] = [
    [
      'an incident',
      (all) => Object.assign(block(all, 1), { text: 'A ferry waited.' }),
      `${paths.section}: screens[1].blocks[1].text: an incident names its source`,
    ],
    [
      'a number in a list',
      (all) => Object.assign(block(all, 2), { items: ['The tide rises 3 m', 'The wind'] }),
      `${paths.section}: screens[1].blocks[2]: a number names its source`,
    ],
    [
      'a number in a table',
      (all) => Object.assign(block(all, 3), { head: ['Where', 'Depth'] }),
      `${paths.section}: screens[1].blocks[3]: a number names its source`,
    ],
    [
      'the opening case',
      ({ module }) => (module.openingCase = { title: 'Fog', text: ['A ferry waited.'] }),
      `${paths.module}: openingCase.text: an incident names its source`,
    ],
    [
      'a did-you-know',
      ({ module }) => (module.didYouKnow = [{ id: 'horns', text: 'Fog horns carry far.' }]),
      `${paths.module}: didYouKnow[0].text: a fact worth telling names its source`,
    ],
    [
      'a number in a mistake',
      ({ module }) => (module.mistakes = [{ id: 'rare', said: 'Rare.', instead: 'It is 9 days a year.' }]),
      `${paths.module}: mistakes[0].instead: a number names its source`,
    ],
    [
      'a number in a takeaway',
      ({ module }) => (module.takeaways = [{ id: 'wait', text: 'Wait 10 minutes.' }]),
      `${paths.module}: takeaways[0].text: a number names its source`,
    ],
    [
      'a number on the front page',
      ({ track }) => (track.exactly = ['It is 9 days.']),
      `${paths.track}: exactly[0]: a number names its source`,
    ],
    [
      'a number in a trap',
      ({ questions }) => Object.assign(questions[0] ?? {}, { traps: ['It lasts 9 days.'] }),
      `${paths.questions}: questions[0].traps[0]: a number names its source`,
    ],
    [
      'a number on a concept’s page',
      ({ concepts }) =>
        Object.assign(concepts[0] ?? {}, { explanation: [{ id: 'water-between', text: 'It is 9 km.' }] }),
      `${paths.concepts}: concepts[0].explanation[0].text: a number names its source`,
    ],
    [
      'a card with a number',
      ({ cards }) => Object.assign(cards[2] ?? {}, { answer: 'Because of 9 km of water.' }),
      `${paths.cards}: cards[2].sources: a card with a number names its source`,
    ],
    [
      'a card on a cited paragraph',
      ({ cards }) => Object.assign(cards[1] ?? {}, { sources: [] }),
      `${paths.cards}: cards[1].sources: its paragraph cites harbour-1999, so it is no common knowledge`,
    ],
  ];
  test.each(cases)('%s', (_, plant, issue) => expect(issuesAfter(plant)).toEqual([issue]));
});

test.each([
  ['It takes 150 ms.', true],
  ['In 2009 it took longer.', true],
  ['Nearly 55 % failed.', true],
  ['Half a second.', false],
  ['See module 5.2.', false],
  ['Order 7 waits.', false],
  ['After 30 units it stops.', false],
  ['At p99.9 over HTTP/2.', false],
  ['S3 does.', false],
  ['Set `limit=10`.', false],
])('“%s” states a number: %s', (text, expected) => expect(statesNumber(text)).toBe(expected));
