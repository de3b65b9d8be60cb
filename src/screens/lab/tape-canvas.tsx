import { useEffect, useRef } from 'preact/hooks';
import type { Standing } from './lab-model.ts';
import styles from './lab-screen.module.css';
import { tapeOf, type Stroke } from './tape.ts';

interface TapeCanvasProps {
  readonly standing: Standing;
  readonly label: string;
  /** Called in every frame, before it is drawn. */
  readonly onFrame: (elapsedMs: number, isLate: () => boolean) => void;
}

/** The simulation's share of a frame; the rest is for drawing and for the finger. */
const SHARE_MS = 4;
/** So many happenings are drawn: more is a blur. */
const DRAWN = 60;
const HEAD_PX = 26;
/** Lines in motion need no more pixels than this, and each costs time in every frame. */
const FINEST = 1.5;
/** How far a message that has not arrived is drawn. */
const UNDER_WAY = 0.5;
/** How much of the way to its new length the stretch of time goes in a frame, so that it does not jump. */
const EASE = 0.08;

/** The run while it runs: the latest happenings, newest at the bottom. */
export function TapeCanvas({ standing, label, onFrame }: TapeCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef({ standing, onFrame });
  latest.current = { standing, onFrame };
  useEffect(() => {
    const pen = canvas.current && penOn(canvas.current);
    if (!pen) return;
    let before = performance.now();
    let span = 0;
    const paint = (): void => {
      const { setUp, run } = latest.current.standing;
      const kept = run.kept();
      const shown = kept.slice(-DRAWN);
      const began = kept[kept.length - shown.length - 1];
      const wanted = Math.max(1e-3, run.now() - (began?.at ?? 0));
      span = span === 0 ? wanted : span + (wanted - span) * EASE;
      const from = run.now() - Math.max(span, 1e-3);
      pen.draw(setUp.names, tapeOf(setUp.setup, began?.world ?? run.before(), shown, from, run.now()), from, run.now());
    };
    const next = (now: number): void => {
      const start = performance.now();
      latest.current.onFrame(now - before, () => performance.now() - start > SHARE_MS);
      before = now;
      paint();
      frame = requestAnimationFrame(next);
    };
    paint();
    let frame = requestAnimationFrame(next);
    return () => cancelAnimationFrame(frame);
  }, []);
  return <canvas class={styles.tape} ref={canvas} role="img" aria-label={label} />;
}

/** Draws in the page's own colours. `null` where there is nothing to draw on. */
function penOn(canvas: HTMLCanvasElement) {
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) return null;
  const style = getComputedStyle(canvas);
  const ink = (token: string): string => style.getPropertyValue(token);
  const inks = {
    line: ink('--line'),
    ink: ink('--ink'),
    wrong: ink('--wrong'),
    hue: ink('--hue'),
    quiet: ink('--ink-2'),
    ground: ink('--sunk'),
  };
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const fine = Math.min(FINEST, devicePixelRatio);
  canvas.width = width * fine;
  canvas.height = height * fine;
  context.scale(fine, fine);

  const line = (x1: number, y1: number, x2: number, y2: number): void => {
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  };
  return {
    draw(names: readonly string[], strokes: readonly Stroke[], from: number, now: number): void {
      const pitch = width / names.length;
      const x = (node: number): number => pitch * (node + 0.5);
      const y = (at: number): number => HEAD_PX + (Math.max(0, at - from) / (now - from)) * (height - HEAD_PX);
      context.fillStyle = inks.ground;
      context.fillRect(0, 0, width, height);
      context.lineWidth = 2;
      context.strokeStyle = inks.line;
      names.forEach((_, node) => line(x(node), HEAD_PX, x(node), height));
      for (const stroke of strokes) {
        if (stroke.kind === 'message') {
          context.lineWidth = 1.4;
          context.strokeStyle = stroke.isLost ? inks.wrong : inks.ink;
          context.setLineDash(stroke.isLost ? [4, 4] : []);
          const part = stroke.isUnderWay ? UNDER_WAY : 1;
          line(
            x(stroke.from),
            y(stroke.at),
            x(stroke.from) + (x(stroke.to) - x(stroke.from)) * part,
            y(stroke.arrives),
          );
          context.setLineDash([]);
        } else if (stroke.kind === 'answer') {
          context.fillStyle = inks.hue;
          context.beginPath();
          context.arc(x(stroke.node), y(stroke.at), 4, 0, 7);
          context.fill();
        } else {
          context.lineWidth = stroke.kind === 'role' ? 5 : 3;
          context.strokeStyle = { role: inks.hue, down: inks.wrong, paused: inks.quiet }[stroke.kind];
          line(x(stroke.node), y(stroke.at), x(stroke.node), y(stroke.until));
        }
      }
      context.fillStyle = inks.ink;
      context.font = `600 ${pitch < 60 ? 10 : 12}px ${style.fontFamily}`;
      context.textAlign = 'center';
      names.forEach((name, node) => context.fillText(name, x(node), 14, pitch - 2));
    },
  };
}
