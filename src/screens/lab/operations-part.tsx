import type { LabModel, Standing } from './lab-model.ts';
import styles from './lab-screen.module.css';
import { operationLines } from './words.ts';

/** How many of them are told. */
const RECENT = 12;

interface OperationsPartProps {
  readonly model: LabModel;
  readonly standing: Standing;
}

/** What clients asked and were told, up to the instant that is looked at. */
export function OperationsPart({ model, standing: { setUp, run } }: OperationsPartProps) {
  const world = run.kept()[model.cursor.value]?.world ?? run.before();
  const lines = operationLines(setUp.setup, setUp.names, world, RECENT);
  if (setUp.askers.length === 0) return null;
  return (
    <section class={styles.part} aria-label="What clients asked">
      <h2>Clients</h2>
      {lines.length === 0 ? (
        <p class="quiet">Nobody has asked anything yet.</p>
      ) : (
        <table class={styles.operations}>
          <thead>
            <tr>
              <th scope="col">Client</th>
              <th scope="col">Asked</th>
              <th scope="col">Was told</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ operation, client, asked, answered }) => (
              <tr key={operation}>
                <td>{client}</td>
                <td>{asked}</td>
                <td>{answered ?? <span class="quiet">waiting</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
