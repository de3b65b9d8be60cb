import { failed } from '#base/result.ts';
import { checkCourse } from '#content/check/check-course.ts';
import type { Card } from '#content/card.ts';
import type { Course } from '#content/course.ts';
import { issueLine } from '#content/issue.ts';
import type { Item, ItemOf } from '#content/item.ts';
import type { Ledger } from '#content/ledger.ts';
import { parse, type ContentFile } from '#content/parse.ts';
import type { Puzzle } from '#content/puzzle.ts';
import type { Draw } from '#content/simulation.ts';
import type { Section } from '#content/section.ts';
import type { Concept, Module, Question, Source, Tombstone, Track } from '#content/track.ts';

/** A course of one module that holds to every rule, small enough to plant one fault in and see it alone. */
export interface Fixture {
  track: Track;
  module: Module;
  section: Section;
  cards: Card[];
  items: Item[];
  concepts: Concept[];
  questions: Question[];
  puzzles: Puzzle[];
  sources: Source[];
  tombstones: Tombstone[];
  released: Ledger;
}

export const folder = 'content/ferries/';
export const puzzlePath = (name: string): string => `${folder}puzzles/${name}.json`;
export const paths = {
  track: `${folder}track.json`,
  module: `${folder}modules/9.1/module.json`,
  section: `${folder}modules/9.1/sections/two-harbours.json`,
  cards: `${folder}modules/9.1/cards/two-harbours.json`,
  items: `${folder}modules/9.1/check/two-harbours.json`,
  concepts: `${folder}concepts/crossing.json`,
  questions: `${folder}questions.json`,
  sources: `${folder}sources/books.json`,
  tombstones: `${folder}tombstones.json`,
  released: `${folder}released.json`,
};

export function filesOf(fixture: Fixture): ContentFile[] {
  const module = fixture.module.id;
  const contents: Record<keyof typeof paths, unknown> = {
    track: fixture.track,
    module: fixture.module,
    section: fixture.section,
    cards: { module, cards: fixture.cards },
    items: { module, items: fixture.items },
    concepts: { concepts: fixture.concepts },
    questions: { questions: fixture.questions },
    sources: { sources: fixture.sources },
    tombstones: { tombstones: fixture.tombstones },
    released: fixture.released,
  };
  const puzzles = fixture.puzzles.map((puzzle) => [puzzlePath(puzzle.id), puzzle] as const);
  const files = Object.entries(contents).map(
    ([name, content]) => [paths[name as keyof typeof paths].replace('9.1', module), content] as const,
  );
  return [...files, ...puzzles].map(([path, content]) => ({ path, text: JSON.stringify(content, null, 2) }));
}

/** No run of the fixture is one of the simulator. */
export const drawNothing: Draw = () => failed({ path: '', reason: 'there is no simulator here' });

export function courseOf(fixture: Fixture): Course {
  const course = parse(filesOf(fixture), drawNothing);
  if (!course.ok) throw new Error(course.fault.map(issueLine).join('\n'));
  return course.value;
}

/** What the check says, as lines, after one fault was planted. */
export function issuesAfter(plant: (fixture: Fixture) => void): string[] {
  const fixture = soundFixture();
  plant(fixture);
  return checkCourse(courseOf(fixture)).map(issueLine);
}

/** A puzzle that was proven, and whose second round waits for it. */
export function soundPuzzle(): Puzzle {
  return {
    id: 'both-ways-at-once',
    number: 1,
    title: 'Both ways at once',
    module: '9.1',
    concept: 'crossing',
    section: 'two-harbours',
    story: ['You are the tide.'],
    cards: ['ferry-needs-two'],
    rounds: [soundRound()],
  };
}

const soundRound = (): Puzzle['rounds'][number] => ({
  id: 'two-ferries',
  ask: 'Let two ferries meet [@harbour-1999].',
  live: '{ferries} have met.',
  system: { protocol: 'ferries' },
  goal: { atLeast: 2, of: 'ferries' },
  prediction: {
    prompt: 'Can they?',
    options: [
      { id: 'they-can', text: 'They can', why: 'The water is wide enough.' },
      { id: 'they-cannot', text: 'They cannot', why: 'The water is wide enough.' },
    ],
    answer: 'they-can',
  },
  traps: [{ id: 'wait', text: 'Waiting brings nobody.', moves: ['wait'] }],
  hints: ['Think of a [crossing](concept:crossing).'],
  explanation: ['They met in the middle.'],
  truth: { kind: 'possible', par: 2, path: [0, 1], states: 9, traps: { wait: 3 } },
});

/** `count` words that mean nothing. */
export const filler = (count: number): string =>
  Array.from({ length: count }, (_, index) => (index % 2 === 0 ? 'tide' : 'wind')).join(' ');

export function item<Kind extends Item['kind']>(fixture: Fixture, kind: Kind): ItemOf<Kind> {
  const found = fixture.items.find((each): each is ItemOf<Kind> => each.kind === kind);
  if (found === undefined) throw new Error(`The fixture has no ${kind} item.`);
  return found;
}

export function soundFixture(): Fixture {
  return {
    track: soundTrack(),
    module: soundModule(),
    section: soundSection(),
    cards: soundCards(),
    items: [...singles(), ...otherKinds()],
    concepts: [
      {
        id: 'crossing',
        name: 'Crossing',
        isKey: true,
        module: '9.1',
        meaning: 'Going over water',
        explanation: [{ id: 'water-between', text: 'There is water between.' }],
        lookAlikes: [{ concept: 'bridge', difference: 'A bridge is dry.' }],
        aliases: ['passage'],
        sources: [],
      },
      {
        id: 'bridge',
        name: 'Bridge',
        isKey: false,
        module: '9.1',
        meaning: 'Going over water on foot',
        explanation: [],
        lookAlikes: [],
        below: 'crossing',
        aliases: [],
        sources: [],
      },
    ],
    questions: soundQuestions(),
    puzzles: [],
    sources: [
      {
        id: 'harbour-1999',
        title: 'The Harbour Book!',
        author: 'A. Pilot',
        year: 1999,
        kind: 'book',
        checked: '2026-11-22',
        provenance: 'primary',
      },
    ],
    tombstones: [],
    released: {},
  };
}

const named = (id: string) => ({ id, name: id, text: `What ${id} is.` });
const run = (): Track['hook']['run'] => ({
  nodes: [
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
  ],
  events: [
    { kind: 'message', at: 0, arrives: 4, from: 'north', to: 'south', label: 'letter', text: 'North sends a letter.' },
    { kind: 'local', at: 4, node: 'south', label: 'reads', text: 'South reads it.' },
    {
      kind: 'message',
      at: 5,
      arrives: 9,
      from: 'south',
      to: 'north',
      label: 'reply',
      isLost: true,
      text: 'South replies. The reply is lost.',
    },
  ],
});

function soundTrack(): Track {
  return {
    id: 'ferries',
    title: 'Ferries',
    subtitle: 'A small track',
    opening: ['Two harbours and a ferry.'],
    difficulties: [named('fog'), named('tide'), named('wind'), named('night')],
    exactly: ['Fog delays a third of all ferries, 120 a year [@harbour-1999].'],
    path: { start: 'START', modules: ['9.1'], end: 'END' },
    leadsTo: [{ ...named('sailing'), isOnPath: true }],
    books: [{ source: 'harbour-1999', text: 'A good one.' }],
    papers: [{ source: 'harbour-1999', text: 'The same one.' }],
    recap: [named('ships')],
    quote: { text: 'Ships are safe in harbour.', by: 'A. Pilot', source: 'harbour-1999' },
    hook: {
      prompt: 'Did the ferry arrive?',
      options: [
        { id: 'yes', text: 'Yes', why: 'You did not see it.' },
        { id: 'no', text: 'No', why: 'You did not see that either.' },
        { id: 'unknown', text: 'Nobody knows', why: 'There was fog.', isRight: true },
      ],
      run: run(),
      outcome: 'There was fog.',
      startsAt: 'two-harbours',
    },
  };
}

const objectives = ['name-the-harbour', 'read-the-tide', 'cross-in-fog', 'keep-the-log'];

function soundModule(): Module {
  return {
    id: '9.1',
    title: 'Crossing',
    hue: 'teal',
    status: 'complete',
    minutes: { least: 2, most: 3 },
    summary: 'How to cross.',
    topics: ['water'],
    covers: [{ id: 'water', name: 'Water' }],
    objectives: objectives.map((id) => ({ id, text: 'Say what it is.' })),
    sections: ['two-harbours'],
    openingCase: { title: 'A ferry in fog', text: ['A ferry waited for the fog to lift [@harbour-1999].'] },
    mistakes: [{ id: 'fog-is-rare', said: 'Fog is rare.', instead: 'Fog is common.' }],
    didYouKnow: [{ id: 'fog-horns', text: 'Fog horns carry far [@harbour-1999].' }],
    takeaways: [{ id: 'wait', text: 'Wait for the fog to lift.' }],
    furtherReading: [{ source: 'harbour-1999', text: 'More on fog.' }],
    questions: ['what-if-fog'],
  };
}

function soundSection(): Section {
  return {
    id: 'two-harbours',
    module: '9.1',
    title: 'Two harbours',
    covers: ['water'],
    objectives: [...objectives],
    concepts: ['crossing'],
    guess: {
      prompt: 'How many harbours does a ferry need?',
      options: [
        { id: 'one', text: 'One', why: 'It has to land somewhere.' },
        { id: 'two', text: 'Two', why: 'One at each end.', isRight: true },
      ],
      answeredBy: 'two-are-enough',
    },
    screens: [
      {
        id: 'at-the-quay',
        title: 'At the quay',
        blocks: [
          { kind: 'paragraph', id: 'two-are-enough', text: 'A [crossing](concept:crossing) needs **two** harbours.' },
          {
            kind: 'figure',
            id: 'letter-and-reply',
            title: 'A letter',
            ...run(),
            shownBefore: 1,
            prediction: {
              prompt: 'Who hears of it?',
              options: [
                { id: 'north', text: 'North', why: 'It hears nothing.' },
                { id: 'south', text: 'South', why: 'It has the letter.' },
              ],
              answer: 'south',
            },
            outcome: 'South knows, North does not.',
            sources: ['harbour-1999'],
          },
        ],
      },
      {
        id: 'on-the-water',
        title: 'On the water',
        blocks: [
          { kind: 'paragraph', id: 'long-way', text: filler(100) },
          {
            kind: 'incident',
            id: 'fog-of-march',
            title: 'The fog of March',
            text: 'A ferry waited for a day [@harbour-1999].',
          },
          { kind: 'list', id: 'what-to-watch', items: ['The tide', 'The wind'] },
          {
            kind: 'table',
            id: 'depths',
            head: ['Where', 'Depth [@harbour-1999]'],
            rows: [
              ['Harbour', '12 m'],
              ['Sea', '300 m'],
            ],
          },
        ],
      },
    ],
    recall: ['ferry-needs-two', 'reply-is-lost'],
    ask: { question: 'what-if-fog', text: 'Who waits in your harbour?' },
  };
}

function soundCards(): Card[] {
  return [
    {
      id: 'ferry-needs-two',
      concept: 'crossing',
      paragraph: 'two-harbours#two-are-enough',
      sources: [],
      angle: 'definition',
      prompt: 'A crossing needs {{two}} harbours.',
    },
    {
      id: 'reply-is-lost',
      concept: 'crossing',
      paragraph: 'two-harbours#letter-and-reply',
      sources: ['harbour-1999'],
      angle: 'case',
      prompt: 'North hears nothing. What was lost?',
      answer: 'The letter or the reply.',
    },
    {
      id: 'water-is-between',
      concept: 'crossing',
      paragraph: 'concept/crossing#water-between',
      sources: [],
      angle: 'why',
      prompt: 'Why is there a ferry?',
      answer: 'Because there is water between.',
    },
  ];
}

function soundQuestions(): Question[] {
  const ids = ['what-if-fog', 'what-if-night', 'what-if-storm', 'what-if-ice', 'what-if-strike', 'what-if-sunday'];
  return ids.map((id) => ({
    id,
    text: `${id}?`,
    why: 'It may be so.',
    examples: ['One.', 'Another.'],
    traps: ['It will pass.'],
    links: [{ to: 'two-harbours', text: 'Two harbours' }],
    concepts: ['crossing'],
  }));
}

const ferries = [
  'Aurora',
  'Borealis',
  'Calypso',
  'Dorado',
  'Electra',
  'Fortuna',
  'Galatea',
  'Hesperus',
  'Iolanthe',
  'Juno',
  'Kestrel',
  'Lorelei',
  'Minerva',
  'Nautilus',
  'Orion',
  'Perseus',
];

/** Four for each objective; the right option is neither the longest nor the shortest. */
function singles(): Item[] {
  return ferries.map((ferry, index) => ({
    kind: 'single' as const,
    ...itemBase(`what-${ferry.toLowerCase()}-does`, `Captain of ${ferry}: which order?`, objectives[index % 4] ?? ''),
    options: [
      { id: 'ahead', text: 'Engines ahead now', why: 'Right, the quay is free.', isRight: true },
      { id: 'astern', text: 'Engines astern now', why: 'The misconception is haste.' },
      { id: 'anchor', text: 'Anchors out now', why: 'The misconception is fear.' },
    ],
  }));
}

const itemBase = (id: string, prompt: string, objective = 'cross-in-fog') =>
  ({
    id,
    objective,
    concept: 'crossing',
    card: 'ferry-needs-two',
    teaches: 'two-harbours#two-are-enough',
    style: 'scenario',
    prompt,
  }) as const;

const option = (id: string, isRight = false) => ({
  id,
  text: `Option ${id}`,
  why: 'Because it is so.',
  ...(isRight && { isRight }),
});

function otherKinds(): Item[] {
  return [
    {
      kind: 'multiple',
      ...itemBase('which-two-lights', 'Which two lights does a buoy show?'),
      options: [option('red', true), option('green', true), option('mauve'), option('brown')],
    },
    {
      kind: 'ordering',
      ...itemBase('steps-of-mooring', 'Order the steps of mooring.'),
      steps: [option('bow'), option('stern'), option('gangway')],
    },
    {
      kind: 'matching',
      ...itemBase('flags-and-words', 'Match flags with meanings.'),
      pairs: ['alfa', 'bravo', 'charlie'].map((id) => ({
        id,
        left: id,
        right: `means ${id}`,
        why: 'The code says so.',
      })),
    },
    {
      kind: 'numeric',
      ...itemBase('knots-to-go', 'Compute the speed of the current.'),
      answer: 4,
      tolerance: 0.5,
      unit: 'knots',
      why: 'It is eight halved.',
      traps: [{ value: 8, why: 'That was not halved.' }],
    },
    {
      kind: 'cloze',
      ...itemBase('sides-of-a-ship', 'Facing forward, port is {{left-side}}.'),
      blanks: [{ id: 'left-side', options: [option('left', true), option('right')] }],
    },
    {
      kind: 'hot-spot',
      ...itemBase('where-it-was-lost', 'Point at the loss of the reply.'),
      run: run(),
      spots: [
        { ...option('sent'), node: 'north', at: 0 },
        { ...option('read'), node: 'south', at: 4 },
        { ...option('lost', true), node: 'north', at: 9 },
      ],
    },
    {
      kind: 'predict',
      ...itemBase('after-the-letter', 'The letter has left. Predict what follows.'),
      run: run(),
      shownBefore: 1,
      options: [option('silence'), option('reply', true), option('return')],
    },
  ];
}
