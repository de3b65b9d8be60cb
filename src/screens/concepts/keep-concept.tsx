import { useEffect, useRef } from 'preact/hooks';
import { Button } from '#ui/button.tsx';
import { Foot } from '#ui/foot.tsx';
import { announce } from '#ui/live-region.tsx';
import type { ConceptModel } from './concept-model.ts';
import styles from './concept-screen.module.css';

/** Asks for the concept's cards, or lets them go. Only the asking is the screen's main action. */
export function KeepConcept({ model }: { readonly model: ConceptModel }) {
  const state = model.state.value;
  const isKept = state?.isKept === true;
  const { button, toggled } = useFocusKept(isKept);
  const toggle = async () => {
    if (state === null) return;
    toggled.current = true;
    const isWritten = await (isKept ? model.drop() : model.keep());
    if (isWritten) announce(isKept ? 'No longer kept.' : 'Kept. Its cards join your reviews.');
  };
  if (isKept) {
    return (
      <div class={styles.kept}>
        <p class="quiet">
          You keep this concept: its new cards join your reviews, a few a day. Those you have begun stay.
        </p>
        <Button onClick={() => void toggle()} elementRef={button}>
          Stop keeping it
        </Button>
      </div>
    );
  }
  if (state?.waiting === 0) return null;
  return (
    <Foot hint={hintOf(state?.waiting)}>
      <Button variant="go" isOff={state === null} onClick={() => void toggle()} elementRef={button}>
        Keep this concept
      </Button>
    </Foot>
  );
}

/** The button that was pressed goes, and the one that takes it back comes: the focus moves on to it. */
function useFocusKept(isKept: boolean) {
  const button = useRef<HTMLElement>(null);
  const toggled = useRef(false);
  useEffect(() => {
    if (toggled.current) button.current?.focus({ preventScroll: true });
    toggled.current = false;
  }, [isKept]);
  return { button, toggled };
}

function hintOf(waiting: number | undefined): string {
  if (waiting === undefined) return 'Its cards join your reviews, a few a day.';
  return waiting === 1 ? '1 new card joins your reviews.' : `${waiting} new cards join your reviews, a few a day.`;
}
