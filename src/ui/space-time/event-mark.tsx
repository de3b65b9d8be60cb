import { classNames } from '../class-names.ts';
import type { Line } from './box.ts';
import type { Mark } from './lay-out.ts';
import css from './space-time-diagram.module.css';
import { LABEL_LINE_PX, type Label } from './place-labels.ts';

interface EventMarkProps {
  readonly mark: Mark;
}

export function EventMark({ mark }: EventMarkProps) {
  return (
    <g data-event={mark.index} class={css.event}>
      <Shape mark={mark} />
      {mark.label && <LabelText label={mark.label} mark={mark} />}
    </g>
  );
}

function Shape({ mark }: EventMarkProps) {
  const { x, y, line, cut } = mark;
  switch (mark.kind) {
    case 'message':
      return line ? <Arrow line={line} isLost={mark.isLost} /> : null;
    case 'local':
      return <circle class={classNames(css.dot, css[mark.tone])} cx={x} cy={y} r="5" />;
    case 'span':
      return line ? <path class={css.span} d={`M${x} ${line.y1}V${line.y2}`} /> : null;
    case 'cut':
      return cut ? <Cut {...cut} /> : null;
    case 'clock':
      return <path class={css.tick} d={`M${x - 5} ${y}H${x + 5}`} />;
    case 'crash':
      return <path class={css.crash} d={crossAt(x, y, 4.5)} />;
    case 'pause':
      return <path class={css.tick} d={`M${x - 3} ${y - 5}v10M${x + 3} ${y - 5}v10`} />;
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
