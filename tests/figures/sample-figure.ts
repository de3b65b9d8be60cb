import type { Figure } from '#content/figure.ts';

/** A charge whose answer is lost, and sent again. */
export const sampleFigure: Figure = {
  kind: 'figure',
  id: 'charged-twice',
  title: 'A charge, sent again',
  nodes: [
    { id: 'you', name: 'You' },
    { id: 'payments', name: 'Payments' },
  ],
  events: [
    {
      kind: 'message',
      at: 0,
      arrives: 4,
      from: 'you',
      to: 'payments',
      label: 'charge',
      text: 'You send a **charge**.',
    },
    { kind: 'local', at: 5, node: 'payments', label: 'charged', text: 'Payments charges the card.' },
    {
      kind: 'message',
      at: 6,
      arrives: 9,
      from: 'payments',
      to: 'you',
      label: 'ok',
      isLost: true,
      text: 'The answer is lost.',
    },
    {
      kind: 'message',
      at: 14,
      arrives: 18,
      from: 'you',
      to: 'payments',
      label: 'charge again',
      text: 'You send it again.',
    },
    { kind: 'local', at: 19, node: 'payments', label: 'charged', tone: 'bad', text: 'Payments charges a second time.' },
  ],
  shownBefore: 3,
  prediction: {
    prompt: 'You send it again. What happens?',
    options: [
      { id: 'twice', text: 'The customer pays twice', why: 'Nothing tells the two charges apart.' },
      { id: 'refused', text: 'The second one is refused', why: 'Refusing needs a key to know it by.' },
      { id: 'nothing', text: 'Nothing at all', why: 'The server is well.' },
    ],
    answer: 'twice',
  },
  outcome: 'The second charge is as good as the first.',
};
