export interface Range {
  readonly least: number;
  readonly most: number;
}

/** How much a complete module holds. */
export interface Amounts {
  readonly sections: Range;
  readonly words: Range;
  readonly cards: Range;
  readonly items: number;
  readonly figures: number;
}

/** The minutes are module.json's to say; these are what fills them. */
export const amountsByModule: Readonly<Record<string, Amounts>> = {
  '5.1': {
    sections: { least: 7, most: 8 },
    words: { least: 2800, most: 3600 },
    cards: { least: 45, most: 60 },
    items: 40,
    figures: 4,
  },
  '5.2': {
    sections: { least: 9, most: 10 },
    words: { least: 3800, most: 4800 },
    cards: { least: 50, most: 65 },
    items: 40,
    figures: 6,
  },
  '5.3': {
    sections: { least: 8, most: 9 },
    words: { least: 3200, most: 4000 },
    cards: { least: 45, most: 60 },
    items: 40,
    figures: 6,
  },
};

/** Words of prose on a screen; one with a figure may have fewer. */
export const wordsOfScreen: Range = { least: 80, most: 250 };

/** Words of an answer in a worked example: enough for a reason, short enough to be read beside one's own. */
export const wordsOfAnswer: Range = { least: 40, most: 70 };

export const itemsPerObjective = 4;
export const itemsPerKeyConcept = 4;
/** Of each bank, at least this share is a scenario or a prediction. */
export const appliedShare = 0.5;

/** A concept is durable once two of its cards are. */
export const cardsPerKeyConcept = 2;
/** A key concept that has no reading yet is learnt from its page alone. */
export const cardsPerKeyConceptOfOutline = 6;

/** What somebody who knows nothing may score, by the length of the options and by their words. */
export const keyLongestAtMost = 0.4;
export const longestGuessBelow = 0.45;
export const shortestGuessBelow = 0.45;
export const familiarGuessBelow = 0.5;
export const strangeGuessBelow = 0.5;

export const isWithin = (value: number, range: Range): boolean => range.least <= value && value <= range.most;
export const printed = ({ least, most }: Range): string =>
  most === Infinity ? `at least ${least}` : `${least} to ${most}`;
