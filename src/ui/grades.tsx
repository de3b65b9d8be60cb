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

interface GradeButton {
  readonly grade: Grade;
  readonly word: string;
  readonly key: string;
}

/** In pairs: where four do not fit in a row, two and two stand below each other. */
const pairs: readonly (readonly GradeButton[])[] = [
  [
    { grade: 'again', word: 'Again', key: '1' },
    { grade: 'hard', word: 'Hard', key: '2' },
  ],
  [
    { grade: 'good', word: 'Good', key: '3' },
    { grade: 'easy', word: 'Easy', key: '4' },
  ],
];

export function Grades({ due, onGrade, isOff = false, hasKeys = false }: GradesProps) {
  return (
    <div class={css.grades} role="group" aria-label="How well did you know it?">
      {pairs.map((pair, index) => (
        <div key={index} class={css.pair}>
          {pair.map(({ grade, word, key }) => (
            <Button
              key={grade}
              variant={grade === 'good' ? 'go' : 'plain'}
              onClick={() => onGrade(grade)}
              isOff={isOff}
              shortcut={hasKeys ? key : undefined}
            >
              <span class={css.grade}>
                <span>{word}</span> <small>{due[grade]}</small>
                {hasKeys && (
                  <kbd class={css.key} aria-hidden="true">
                    {key}
                  </kbd>
                )}
              </span>
            </Button>
          ))}
        </div>
      ))}
    </div>
  );
}
