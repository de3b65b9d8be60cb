import type { Grade } from '#scheduling/memory.ts';
import { Button } from './button.tsx';
import css from './grades.module.css';

interface GradesProps {
  /** When the card returns, in words: "in 9 days". */
  readonly due: Readonly<Record<Grade, string>>;
  readonly onGrade: (grade: Grade) => void;
  readonly isOff?: boolean;
  /** Whether the number keys work, and are shown. */
  readonly hasKeys?: boolean;
}

const words: readonly (readonly [Grade, string])[] = [
  ['again', 'Again'],
  ['hard', 'Hard'],
  ['good', 'Good'],
  ['easy', 'Easy'],
];

export function Grades({ due, onGrade, isOff = false, hasKeys = false }: GradesProps) {
  return (
    <div class={css.grades} role="group" aria-label="How well did you know it?">
      {words.map(([grade, word], index) => (
        <Button
          key={grade}
          variant={grade === 'good' ? 'go' : 'plain'}
          onClick={() => onGrade(grade)}
          isOff={isOff}
          shortcut={hasKeys ? String(index + 1) : undefined}
        >
          <span class={css.grade}>
            <span>{word}</span> <small>{due[grade]}</small>
            {hasKeys && (
              <kbd class={css.key} aria-hidden="true">
                {index + 1}
              </kbd>
            )}
          </span>
        </Button>
      ))}
    </div>
  );
}
