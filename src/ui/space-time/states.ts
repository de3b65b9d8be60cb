import type { Run } from '#content/figure.ts';

/** A stretch of a lifeline where its node is down or paused. */
export interface StateStretch {
  readonly kind: 'down' | 'paused';
  readonly x: number;
  readonly y1: number;
  /** Where it ends, or the picture's lower edge where it does not end. */
  readonly y2: number;
  /** The event that begins it. */
  readonly from: number;
}

const BEGINS = { crash: 'down', pause: 'paused' } as const;

export function statesOf(
  run: Run,
  xOf: (node: string) => number,
  yOf: (at: number) => number,
  bottom: number,
): readonly StateStretch[] {
  return run.events.flatMap((event, index) => {
    if (event.kind !== 'crash' && event.kind !== 'pause') return [];
    const end = run.events.find(
      (later, place) =>
        place > index &&
        (later.kind === 'restart' || later.kind === 'resume' || later.kind === 'crash') &&
        later.node === event.node,
    );
    return [
      { kind: BEGINS[event.kind], x: xOf(event.node), y1: yOf(event.at), y2: end ? yOf(end.at) : bottom, from: index },
    ];
  });
}
