import { useEffect, useId, useRef } from 'preact/hooks';
import { confidences } from '#assessment/response.ts';
import type { CheckBank } from '#content/compiled.ts';
import { Prose } from '#figures/prose.tsx';
import { href } from '#services/navigation-service.ts';
import { Button } from '#ui/button.tsx';
import { Foot } from '#ui/foot.tsx';
import { Icon } from '#ui/icon.tsx';
import { KeyHint } from '#ui/key-hint.tsx';
import { Kicker } from '#ui/kicker.tsx';
import { shortcutsEnabled, useShortcuts } from '#ui/shortcuts.ts';
import { confidenceWords } from '../confidence-words.ts';
import { pathOfParagraph } from '../paragraph-path.ts';
import { nextItem } from './check-attempt.ts';
import type { CheckModel, OpenItem } from './check-model.ts';
import { adviceWords, verdictWords } from './check-words.ts';
import styles from './check-screen.module.css';
import { ClozeSentence } from './cloze.tsx';
import { ItemAnswer } from './item-answer.tsx';

interface CheckItemProps {
  readonly bank: CheckBank;
  readonly model: CheckModel;
  readonly open: OpenItem;
}

/** As many options as any item has. */
const OPTION_KEYS = 6;

/** One item: the question, the answer, how sure it was, and then why. */
export function CheckItem({ bank, model, open }: CheckItemProps) {
  const { item, shown, draft, given, isVariant } = open;
  const id = useId();
  const question = useRef<HTMLHeadingElement>(null);
  const verdict = useRef<HTMLDivElement>(null);
  const isAnswered = given !== null;
  useItemKeys(model, open);
  useEffect(() => {
    if (isAnswered) return verdict.current?.focus();
    window.scrollTo(0, 0);
    question.current?.focus({ preventScroll: true });
  }, [isAnswered]);

  return (
    <>
      <article class={styles.item}>
        {isVariant && <Kicker>Another like it · not scored</Kicker>}
        <h1 class={styles.question} id={id} tabIndex={-1} ref={question}>
          {item.kind === 'cloze' ? 'Which words fill the gaps?' : <Prose text={item.prompt} />}
        </h1>
        {item.kind === 'cloze' && (
          <p class={`read ${styles.sentence}`}>
            <ClozeSentence item={item} shown={shown} draft={draft} isAnswered={isAnswered} />
          </p>
        )}
        {given && (
          <div class={styles.verdict} data-right={given.isRight} tabIndex={-1} ref={verdict}>
            <Icon name={given.isRight ? 'check' : 'cross'} />
            <p>
              <strong>{verdictWords(given)}</strong> {adviceWords(given, open.comesBack)}
            </p>
          </div>
        )}
        <ItemAnswer
          item={item}
          shown={shown}
          draft={draft}
          onChange={model.change}
          isAnswered={isAnswered}
          confidence={given?.confidence ?? null}
          labelledBy={id}
          hasKeys={shortcutsEnabled.value}
        />
      </article>
      {isAnswered ? (
        <Afterwards bank={bank} model={model} open={open} />
      ) : (
        <Answering model={model} isVariant={isVariant} />
      )}
    </>
  );
}

/** 1 to 6 choose; G, T and S say how sure and so answer; Space or Enter goes on. */
function useItemKeys(model: CheckModel, { given, isVariant }: OpenItem) {
  const choosing = Object.fromEntries(
    Array.from({ length: OPTION_KEYS }, (_, index) => [String(index + 1), () => model.pressKey(index)]),
  );
  const answering = { g: () => model.answer('guess'), t: () => model.answer('think'), s: () => model.answer('sure') };
  const goOn = given ? model.next : model.answerVariant;
  useShortcuts({
    ...(!given && choosing),
    ...(!given && !isVariant && answering),
    ...((given || isVariant) && { ' ': goOn, Enter: goOn }),
  });
}

/** Saying how sure one is gives the answer; a variant is only answered. */
function Answering({ model, isVariant }: { readonly model: CheckModel; readonly isVariant: boolean }) {
  const isOff = model.response.value === undefined;
  if (isVariant) {
    return (
      <Foot>
        <Button variant="go" isOff={isOff} onClick={model.answerVariant}>
          Answer
        </Button>
      </Foot>
    );
  }
  return (
    <Foot>
      <div class={styles.confidence} role="group" aria-labelledby="how-sure">
        <p class="quiet" id="how-sure">
          {isOff ? 'Answer, then say how sure you are.' : 'How sure are you? Your tap gives the answer.'}
        </p>
        <div class={styles.confidences}>
          {confidences.map((confidence) => {
            const key = confidence.charAt(0).toUpperCase();
            return (
              <Button key={confidence} isOff={isOff} shortcut={key} onClick={() => model.answer(confidence)}>
                {confidenceWords[confidence]}
                {shortcutsEnabled.value && (
                  <span class={styles.key} aria-hidden="true">
                    <KeyHint>{key}</KeyHint>
                  </span>
                )}
              </Button>
            );
          })}
        </div>
      </div>
    </Foot>
  );
}

/** After the answer: where it is taught, another like it, and on. */
function Afterwards({ bank, model, open: { item } }: CheckItemProps) {
  const { attempt } = model.state.value;
  const variant = model.variant();
  const place = bank.places[item.teaches];
  const isLast = attempt !== null && nextItem(attempt, bank) === undefined;
  return (
    <>
      <div class={styles.after}>
        {place !== undefined && (
          <Button href={href(pathOfParagraph(item.teaches, bank.module.id))}>Show me where</Button>
        )}
        {variant && <Button onClick={() => model.askVariant(variant)}>Try another like it</Button>}
      </div>
      {place !== undefined && <p class="quiet">It is taught in “{place}”. Going back brings you here again.</p>}
      <Foot hint="You can stop here, it is saved." keys="Space goes on">
        <Button variant="go" onClick={model.next}>
          {isLast ? 'See the result' : 'Next'}
        </Button>
      </Foot>
    </>
  );
}
