import { classNames } from '../class-names.ts';
import type { Line } from './box.ts';
import type { Mark } from './lay-out.ts';
import css from './space-time-diagram.module.css';
import { LABEL_LINE_PX, type Label } from './place-labels.ts';

interface EventMarkProps {
  readonly mark: Mark;
}

/** What lasts and lies beneath the rest, so that it hides no message. */
export const isGround = ({ kind }: Mark): boolean => kind === 'span' || kind === 'cut';

export function EventShape({ mark }: EventMarkProps) {
  return (
    <g data-event={mark.index} class={css.event}>
      <Shape mark={mark} />
    </g>
  );
}

export function EventLabel({ mark }: EventMarkProps) {
  return mark.label ? (
    <g data-event={mark.index} class={css.event}>
      <LabelText label={mark.label} mark={mark} />
    </g>
  ) : null;
}

function Shape({ mark }: EventMarkProps) {
  const { x, y, line, cut } = mark;
  switch (mark.kind) {
    case 'message':
      return line ? <Arrow line={line} isLost={mark.isLost} /> : null;
    case 'local':
      return <circle class={classNames(css.dot, css[mark.tone])} cx={x} cy={y} r="5" />;
    case 'span':
      return line ? <Bar line={line} isBeside={line.x1 !== x} /> : null;
    case 'cut':
      return cut ? <Cut {...cut} /> : null;
    case 'clock':
      return <path class={css.tick} d={`M${x - 5} ${y}H${x + 5}`} />;
    case 'crash':
      return <path class={css.crash} d={crossAt(x, y, 4.5)} />;
    case 'pause':
      return <Pause x={x} y={y} />;
    case 'restart':
    case 'resume':
      return <circle class={css.ring} cx={x} cy={y} r="4.5" />;
  }
}

/** Wide and unseen beneath the arrow: what a finger hits. */
function Arrow({ line, isLost }: { readonly line: Line; readonly isLost: boolean }) {
  const path = `M${line.x1} ${line.y1}L${round(line.x2)} ${round(line.y2)}`;
  return (
    <>
      <path class={css.reach} d={path} />
      <path class={classNames(css.message, isLost && css.lost)} d={path} />
      {isLost ? (
        <path class={css.crash} d={crossAt(line.x2 + 7 * Math.sign(line.x2 - line.x1), line.y2 + 1, 4)} />
      ) : (
        <path class={css.message} d={headOf(line)} />
      )}
    </>
  );
}

/** Upon whatever bar its node has. */
function Pause({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <>
      <circle class={css.clearing} cx={x} cy={y} r="7.5" />
      <path class={css.tick} d={`M${x - 3} ${y - 5}v10M${x + 3} ${y - 5}v10`} />
    </>
  );
}

/** Ends before the next one of its node begins, so that two roles in a row are two bars. */
function Bar({ line: { x1, y1, y2 }, isBeside }: { readonly line: Line; readonly isBeside: boolean }) {
  const [top, bottom] = isBeside ? [y1 + 1, y2 - 2] : [y1 + 3, y2 - 5];
  return <path class={isBeside ? css.spanBeside : css.span} d={`M${x1} ${top}V${Math.max(top, bottom)}`} />;
}

function Cut({ kind, x1, x2, y1, y2 }: NonNullable<Mark['cut']>) {
  if (kind === 'implied') return null;
  if (kind === 'band')
    return <rect class={css.band} x={x1 + 5} y={y1} width={Math.max(0, x2 - x1 - 10)} height={y2 - y1} rx="6" />;
  return <path class={css.sides} d={`M${x1 + 6} ${y1}V${y2}M${x2 - 6} ${y1}V${y2}`} />;
}

function LabelText({ label, mark }: { readonly label: Label; readonly mark: Mark }) {
  const { box, anchor } = label;
  const x = anchor === 'start' ? box.x : anchor === 'end' ? box.x + box.width : box.x + box.width / 2;
  const tone = mark.isLost || mark.kind === 'crash' || mark.kind === 'cut' ? 'bad' : mark.tone;
  return (
    <text class={classNames(css.label, label.isMono && css.mono, css[`${tone}Words`])} text-anchor={anchor}>
      {label.lines.map((line, index) => (
        <tspan key={index} x={round(x)} y={round(box.y + index * LABEL_LINE_PX + 10.5)}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

const crossAt = (x: number, y: number, reach: number) =>
  `M${round(x - reach)} ${round(y - reach)}l${2 * reach} ${2 * reach}m0 ${-2 * reach}l${-2 * reach} ${2 * reach}`;

/** Two strokes at the end of a line, 25 degrees off it. */
function headOf({ x1, y1, x2, y2 }: Line): string {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const stroke = (turn: number) =>
    `${round(x2 - 9 * Math.cos(angle + turn))} ${round(y2 - 9 * Math.sin(angle + turn))}`;
  return `M${stroke(0.45)}L${round(x2)} ${round(y2)}L${stroke(-0.45)}`;
}
