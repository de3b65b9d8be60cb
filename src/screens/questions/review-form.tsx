import { useId } from 'preact/hooks';
import { plainText } from '#content/markup.ts';
import type { Question } from '#content/track.ts';
import { Prose } from '#figures/prose.tsx';
import { href } from '#services/navigation-service.ts';
import { Button } from '#ui/button.tsx';
import { Foot } from '#ui/foot.tsx';
import { announce } from '#ui/live-region.tsx';
import type { DesignReviewModel, Draft } from './design-review-model.ts';
import styles from './design-review-screen.module.css';
import { TakeAlong } from './take-along.tsx';

/** Six such answers fit an event of the log with room to spare. */
const MOST_CHARACTERS = 8000;

interface ReviewFormProps {
  readonly draft: Draft;
  readonly model: DesignReviewModel;
  readonly questions: readonly Question[];
}

export function ReviewForm({ draft, model, questions }: ReviewFormProps) {
  const isSaved = model.isSaved.value;
  const hasOthers = (model.state.value.kept ?? []).some(({ review }) => review !== draft.review);
  const answered = questions.filter(({ id }) => draft.answers[id]?.trim()).length;
  const save = async () => {
    if (await model.save()) announce('Saved on this device.');
  };
  const leaveField = () => void model.save();
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 tabIndex={-1}>{draft.system.trim() || 'A new review'}</h2>
      <label class={styles.field}>
        <span class={styles.ask}>Which system?</span>
        <input
          type="text"
          maxLength={200}
          autocomplete="off"
          value={draft.system}
          onInput={(event) => model.nameSystem(event.currentTarget.value)}
          onBlur={leaveField}
        />
        <span class="quiet">One that you run, or one that you are asked to approve.</span>
      </label>
      {questions.map((question, index) => (
        <Answer
          key={question.id}
          question={question}
          number={index + 1}
          value={draft.answers[question.id] ?? ''}
          onInput={(text) => model.answer(question.id, text)}
          onBlur={leaveField}
        />
      ))}
      <TakeAlong draft={draft} model={model} questions={questions} isOff={answered === 0} />
      <Foot
        hint={`${answered} of ${questions.length} answered · ${isSaved ? 'saved on this device' : 'saved when you leave a field'}`}
      >
        <div class={styles.actions}>
          {hasOthers && <Button onClick={() => void model.close()}>All reviews</Button>}
          <Button variant="go" type="submit" isOff={isSaved}>
            {isSaved && answered > 0 ? 'Saved' : 'Save'}
          </Button>
        </div>
      </Foot>
    </form>
  );
}

interface AnswerProps {
  readonly question: Question;
  readonly number: number;
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly onBlur: () => void;
}

function Answer({ question: { id, text, why, traps }, number, value, onInput, onBlur }: AnswerProps) {
  const field = useId();
  const [trap] = traps;
  return (
    <div class={styles.field}>
      <label class={styles.ask} for={field}>
        {number}. {text}
      </label>
      <p class="quiet">
        <span id={`${field}-help`}>
          <strong>
            <Prose text={why} />
          </strong>{' '}
          {trap !== undefined && `Trap: ${plainText(trap)}`}
        </span>{' '}
        <a href={href(`/questions/#${id}`)}>
          Examples<span class="hidden-text"> for {text}</span>
        </a>
      </p>
      <textarea
        id={field}
        rows={4}
        maxLength={MOST_CHARACTERS}
        aria-describedby={`${field}-help`}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onBlur={onBlur}
      />
    </div>
  );
}
