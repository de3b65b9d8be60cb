import styles from './sources-screen.module.css';

/** What a learner's browser runs besides our own code. */
const builtWith: readonly (readonly [string, string])[] = [
  ['preact', 'the page'],
  ['@preact/signals', 'its state'],
  ['preact-iso', 'its addresses'],
  ['idb', 'the storage'],
  ['ts-fsrs', 'the memory model, FSRS-6'],
  ['workbox', 'working without the network'],
  ['zod', 'checking what is restored'],
];

export function Licence() {
  return (
    <section id="licence" class={styles.group}>
      <h2>Licence</h2>
      <p class="read">
        Quorum is free software under the MIT licence: use it, change it, pass it on, and keep the notice of who wrote
        it. The sources belong to their authors; the course only cites them.
      </p>
      <h3>Built with</h3>
      <dl class={styles.built}>
        {builtWith.map(([name, use]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{use}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
