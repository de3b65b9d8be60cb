import { allItems, allSections, type Filed } from '../course.ts';
import { issueAt, type ContentIssue } from '../issue.ts';
import type { Item, Option } from '../item.ts';
import { countWords, markupNodes, plainText } from '../markup.ts';
import type { Rule } from './known.ts';

/** The longest option may be this many times as long as the shortest, in characters. */
const mostLengthRatio = 1.6;
/** "Wrong." explains nothing. */
const leastWordsOfReason = 4;

/** The options of the kinds that the option rules bind, and where they stand; none for other kinds. */
export function choicesOf(item: Item): { readonly choices: readonly Option[]; readonly path: string } {
  const isChoice = item.kind === 'single' || item.kind === 'multiple' || item.kind === 'predict';
  return { choices: isChoice ? item.options : [], path: 'options' };
}

export const optionsAreSound: Rule = (course) => [
  ...oneRight({ ...course.track, value: course.track.value.hook.options }, 'hook.options'),
  ...allSections(course).flatMap((section) =>
    oneRight({ ...section, value: section.value.guess.options }, 'guess.options'),
  ),
  ...allItems(course).flatMap((item) => [...keyIssues(item), ...explanationIssues(item), ...lengthIssues(item)]),
];

interface Choice {
  readonly isRight?: boolean | undefined;
}

function oneRight(options: Filed<readonly Choice[]>, path: string): readonly ContentIssue[] {
  const right = options.value.filter((option) => option.isRight === true).length;
  return right === 1 ? [] : [issueAt(options, path, `exactly one option is right, not ${right}`)];
}

function keyIssues(filed: Filed<Item>): readonly ContentIssue[] {
  const { value: item } = filed;
  switch (item.kind) {
    case 'single':
    case 'predict':
      return oneRight({ ...filed, value: item.options }, 'options');
    case 'hot-spot':
      return oneRight({ ...filed, value: item.spots }, 'spots');
    case 'cloze':
      return [
        ...item.blanks.flatMap((blank, index) =>
          oneRight({ ...filed, value: blank.options }, `blanks[${index}].options`),
        ),
        ...blankIssues(filed, item),
      ];
    case 'multiple': {
      const right = item.options.filter((option) => option.isRight === true).length;
      const isSound = right >= 2 && right < item.options.length;
      return isSound ? [] : [issueAt(filed, 'options', 'at least two options are right and at least one is wrong')];
    }
    case 'matching':
      return distinct(
        filed,
        'pairs',
        item.pairs.map((pair) => pair.right),
      );
    case 'ordering':
      return distinct(
        filed,
        'steps',
        item.steps.map((step) => step.text),
      );
    case 'numeric': {
      const caught = item.traps.findIndex((trap) => Math.abs(trap.value - item.answer) <= item.tolerance);
      return caught < 0 ? [] : [issueAt(filed, `traps[${caught}]`, 'this wrong answer would count as right')];
    }
  }
}

function blankIssues(filed: Filed<Item>, item: Extract<Item, { kind: 'cloze' }>): readonly ContentIssue[] {
  const inPrompt = markupNodes(item.prompt).flatMap((node) => (node.kind === 'blank' ? [node.text] : []));
  const named = item.blanks.map((blank) => blank.id);
  const isSame = inPrompt.length === named.length && named.every((id) => inPrompt.includes(id));
  return isSame ? [] : [issueAt(filed, 'prompt', 'the prompt holds each blank once, as {{blank-id}}, and no other')];
}

function distinct(filed: Filed<Item>, path: string, texts: readonly string[]): readonly ContentIssue[] {
  const plain = texts.map((text) => plainText(text).toLowerCase());
  return new Set(plain).size === plain.length ? [] : [issueAt(filed, path, 'two of them say the same')];
}

function explanationIssues(filed: Filed<Item>): readonly ContentIssue[] {
  return reasonsIn(filed.value)
    .filter(({ why }) => countWords(why) < leastWordsOfReason)
    .map(({ path }) => issueAt(filed, path, 'it does not explain why this is right or wrong'));
}

function reasonsIn(item: Item): readonly { readonly path: string; readonly why: string }[] {
  const listed = (path: string, parts: readonly { readonly why: string }[]) =>
    parts.map(({ why }, index) => ({ path: `${path}[${index}].why`, why }));
  switch (item.kind) {
    case 'single':
    case 'multiple':
    case 'predict':
      return listed('options', item.options);
    case 'ordering':
      return listed('steps', item.steps);
    case 'matching':
      return listed('pairs', item.pairs);
    case 'numeric':
      return [{ path: 'why', why: item.why }, ...listed('traps', item.traps)];
    case 'cloze':
      return item.blanks.flatMap((blank, index) => listed(`blanks[${index}].options`, blank.options));
    case 'hot-spot':
      return listed('spots', item.spots);
  }
}

function lengthIssues(filed: Filed<Item>): readonly ContentIssue[] {
  const { choices, path } = choicesOf(filed.value);
  if (choices.length === 0) return [];
  const lengths = choices.map((choice) => plainText(choice.text).length);
  const ratio = Math.max(...lengths) / Math.min(...lengths);
  const lengthIssue = issueAt(
    filed,
    path,
    `the longest option is ${ratio.toFixed(2)} times as long as the shortest; at most ${mostLengthRatio}`,
  );
  return [
    ...(ratio > mostLengthRatio ? [lengthIssue] : []),
    ...distinct(
      filed,
      path,
      choices.map((choice) => choice.text),
    ),
  ];
}
