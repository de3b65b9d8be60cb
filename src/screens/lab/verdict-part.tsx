import type { Standing } from './lab-model.ts';
import styles from './lab-screen.module.css';
import { isByHand } from './settings.ts';
import type { HistoryViolation, Violation } from './verdict.ts';
import { holdsText, operationLabel, timeText } from './words.ts';

interface VerdictPartProps {
  readonly standing: Standing;
  /** Looks at the instant at which something broke. */
  readonly onShow: (() => void) | undefined;
}

/** What the checkers have found so far. */
export function VerdictPart({ standing, onShow }: VerdictPartProps) {
  const violation = standing.run.violation();
  const names = standing.setUp.names;
  return (
    <section class={styles.verdict} data-tone={violation ? 'bad' : 'good'} aria-label="What is checked">
      {violation === null ? (
        <p>{holdsText(standing)}</p>
      ) : (
        <>
          <Broken violation={violation} isByHand={isByHand(standing.setUp.settings)} />
          {violation.history && <History violation={violation.history} names={names} />}
          {onShow && (
            <button type="button" class={styles.textButton} onClick={onShow}>
              Show the moment
            </button>
          )}
        </>
      )}
    </section>
  );
}

interface BrokenProps {
  readonly violation: Violation;
  /** Then no time passes that could be told. */
  readonly isByHand: boolean;
}

function Broken({ violation: { invariant, why, at, step, history }, isByHand: isUntimed }: BrokenProps) {
  return (
    <>
      <p>
        <b>“{invariant}” is broken</b> {!isUntimed && `at time ${timeText(at)}, `}by move {step.toLocaleString('en')}:{' '}
        {why.replace(/\.$/, '')}.
      </p>
      {history && <p class={styles.small}>{history.words}</p>}
    </>
  );
}

const ROW_PX = 30;
const STEP_PX = 34;
const NAMES_PX = 62;

/** The operations as the bars that the check sees; numbers are their order, and the one without a place stands out. */
function History({ violation, names }: { readonly violation: HistoryViolation; readonly names: readonly string[] }) {
  const { operations, order, cannotPlace } = violation;
  // What began after the one without a place can have no part in it.
  const end = cannotPlace.returnedAt ?? Infinity;
  const shown = operations.filter(({ invokedAt }) => invokedAt < end).slice(-24);
  const first = Math.min(...shown.map(({ invokedAt }) => invokedAt));
  const last = Math.max(...shown.map(({ returnedAt, invokedAt }) => returnedAt ?? invokedAt + 1));
  const processes = [...new Set(shown.map(({ process }) => process))].toSorted((one, other) => one - other);
  const x = (rank: number): number => NAMES_PX + (Math.min(rank, last + 1) - first) * STEP_PX;
  const width = x(last + 1) + 12;
  const height = processes.length * ROW_PX + 6;
  return (
    <div class={styles.history} role="group" aria-label="The history" tabIndex={0}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label="What clients asked and saw, each operation from its call to its answer"
      >
        {processes.map((process, row) => (
          <text key={process} x="0" y={row * ROW_PX + 24}>
            {names[process]}
          </text>
        ))}
        {shown.map((operation, index) => {
          const y = processes.indexOf(operation.process) * ROW_PX + 22;
          const place = order.get(operation);
          return (
            <g key={index} class={operation === cannotPlace ? styles.misplaced : undefined}>
              <line x1={x(operation.invokedAt)} x2={x(operation.returnedAt ?? last + 1)} y1={y + 3} y2={y + 3} />
              <text x={x(operation.invokedAt)} y={y - 4}>
                {place !== undefined && `${place}. `}
                {operationLabel(operation)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
