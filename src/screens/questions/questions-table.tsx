import type { Question } from '#content/track.ts';
import { Prose } from '#figures/prose.tsx';
import { Button } from '#ui/button.tsx';
import styles from './questions-screen.module.css';

/** The six on one page: on paper it is all that is printed, with room to write. */
export function QuestionsTable({ questions }: { readonly questions: readonly Question[] }) {
  return (
    <section class={styles.table} id="table">
      <h2>On one page</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Why ask</th>
            <th scope="col" class={styles.room}>
              Answer
            </th>
          </tr>
        </thead>
        <tbody>
          {questions.map(({ id, text, why }, index) => (
            <tr key={id}>
              <th scope="row">
                {index + 1}. {text}
              </th>
              <td>
                <Prose text={why} />
              </td>
              <td class={styles.room} />
            </tr>
          ))}
        </tbody>
      </table>
      <Button onClick={() => print()}>Print this table</Button>
    </section>
  );
}
