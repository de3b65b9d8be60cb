import { useState } from 'preact/hooks';
import { useServices } from '#services/services.ts';
import { Button } from '#ui/button.tsx';
import { ButtonRow } from '#ui/button-row.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { announce } from '#ui/live-region.tsx';
import { mistakeReport } from './mistake-text.ts';
import styles from './you-screen.module.css';

/** There is no server to send a report to, so it becomes a text to pass on. */
export function MistakeReport() {
  const { device } = useServices();
  const [place, setPlace] = useState('');
  const [words, setWords] = useState('');
  const [done, setDone] = useState('');
  const isOff = words.trim() === '';
  const text = () => mistakeReport({ place, words, build: import.meta.env.BUILD_ID, origin: location.origin });
  const finish = (sentence: string) => {
    setDone(sentence);
    announce(sentence);
  };
  const save = () => {
    device.saveFile('quorum-mistake.txt', 'text/plain', text());
    finish('Saved as quorum-mistake.txt.');
  };
  const copy = async () => {
    if (await copied(text())) finish('Copied.');
    else finish('The browser did not allow copying. Save it as a file instead.');
  };
  return (
    <Disclosure summary="Report a mistake">
      <p>Quorum has no server to send this to. It writes a text that you can give to whoever gave you the app.</p>
      <label class={styles.field}>
        <span>Where is it? A page, a card, a question</span>
        <input type="text" value={place} onInput={(event) => setPlace(event.currentTarget.value)} />
      </label>
      <label class={styles.field}>
        <span>What is wrong?</span>
        <textarea rows={4} value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      <ButtonRow>
        <Button isOff={isOff} onClick={() => void copy()}>
          Copy
        </Button>
        <Button isOff={isOff} onClick={save}>
          Save as a file
        </Button>
      </ButtonRow>
      {done && <p class="quiet">{done}</p>}
    </Disclosure>
  );
}

/** Whether the browser let it: an old one, or a page without a secure address, has no clipboard. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
