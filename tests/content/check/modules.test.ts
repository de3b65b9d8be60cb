import { describe, expect, test } from 'vitest';
import { filler, issuesAfter, paths, type Fixture } from '../fixture.ts';

const cases: readonly (readonly [string, (fixture: Fixture) => void, string])[] = [
  [
    'an opening case',
    ({ module }) => delete module.openingCase,
    `${paths.module}: openingCase: a complete module has this part`,
  ],
  ['takeaways', ({ module }) => (module.takeaways = []), `${paths.module}: takeaways: a complete module has this part`],
  [
    'its questions to ask',
    ({ module }) => (module.questions = []),
    `${paths.module}: questions: a complete module has this part`,
  ],
  [
    'a section for each topic',
    ({ module }) => module.covers.push({ id: 'ice', name: 'Ice' }),
    `${paths.module}: covers[1]: no section covers ice`,
  ],
  [
    'a section for each objective',
    ({ section }) => section.objectives.pop(),
    `${paths.module}: objectives[3]: no section aims at keep-the-log`,
  ],
  [
    'the minutes it promises',
    ({ module }) => (module.minutes = { least: 25, most: 30 }),
    `${paths.module}: minutes: 2 computed minutes; the module has 25 to 30`,
  ],
  [
    'screens that are long enough',
    ({ section }) => Object.assign(section.screens[1]?.blocks[0] ?? {}, { text: filler(61) }),
    `${paths.section}: screens[1]: 79 words; a screen holds 80 to 250`,
  ],
  [
    'screens that are short enough',
    ({ section }) => Object.assign(section.screens[1]?.blocks[0] ?? {}, { text: filler(233) }),
    `${paths.section}: screens[1]: 251 words; a screen holds 80 to 250`,
  ],
];

describe('a complete module has', () => {
  test.each(cases)('%s', (_, plant, issue) => expect(issuesAfter(plant)).toEqual([issue]));
});

test('a section has a figure', () => {
  const issues = issuesAfter(({ section, cards, module }) => {
    section.screens[0]?.blocks.splice(1, 1, { kind: 'paragraph', id: 'letter-and-reply', text: filler(100) });
    module.minutes.least = 1;
    expect(cards[1]?.paragraph).toBe('two-harbours#letter-and-reply');
  });
  expect(issues).toEqual([`${paths.section}: screens: a section has at least one figure`]);
});

test('the amounts of a module of the track bind it', () => {
  const issues = issuesAfter((fixture) => {
    for (const each of [fixture.module, fixture.section, ...fixture.concepts])
      Object.assign(each, 'covers' in each && !('module' in each) ? { id: '5.1' } : { module: '5.1' });
    fixture.track.path.modules = ['5.1'];
  });
  const at = paths.module.replace('9.1', '5.1');
  expect(issues).toEqual([
    `${at}: sections: 1 sections; the module has 7 to 8`,
    `${at}: 131 words of prose; the module has 2800 to 3600`,
    `${at}: 3 cards; the module has 45 to 60`,
    `${at}: 23 check items; the module has at least 40`,
    `${at}: 1 figures; the module has at least 4`,
  ]);
});

test('an outline may lack all of it, but its key concepts can be learnt', () => {
  const issues = issuesAfter(({ module, section }) => {
    module.status = 'outline';
    module.minutes = { least: 30, most: 35 };
    delete module.mistakes;
    section.covers = ['water'];
  });
  expect(issues).toEqual([`${paths.concepts}: concepts[0]: 3 cards on the key concept crossing; at least 6`]);
});

describe('a concept', () => {
  test('hangs below a key concept, unless it is one', () => {
    expect(issuesAfter(({ concepts }) => delete concepts[1]?.below)).toEqual([
      `${paths.concepts}: concepts[1].below: a concept that is not one of the ten hangs below one of them`,
    ]);
    expect(issuesAfter(({ concepts }) => Object.assign(concepts[0] ?? {}, { below: 'crossing' }))).toEqual([
      `${paths.concepts}: concepts[0].below: a key concept hangs below no other`,
    ]);
  });
  test('is not taken for itself', () => {
    expect(
      issuesAfter(({ concepts }) => concepts[1]?.lookAlikes.push({ concept: 'bridge', difference: 'None.' })),
    ).toEqual([`${paths.concepts}: concepts[1].lookAlikes: a concept is not taken for itself`]);
  });
  test('that is a key concept has two cards, so that it can become durable', () => {
    const issues = issuesAfter(({ cards }) => cards.slice(1).forEach((card) => (card.concept = 'bridge')));
    expect(issues).toEqual([`${paths.concepts}: concepts[0]: 1 cards on the key concept crossing; at least 2`]);
  });
});
