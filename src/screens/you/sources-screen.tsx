import type { TrackFront } from '#content/compiled.ts';
import type { Source } from '#content/track.ts';
import { SourceLine } from '#ui/source-line.tsx';
import { PageHeader } from '../page-header.tsx';
import type { Screen } from '../screen.ts';
import { counted } from './counted.ts';
import { isoDateWords } from './date-words.ts';
import { Licence } from './licence.tsx';
import styles from './sources-screen.module.css';

export const sourcesScreen: Screen<TrackFront> = {
  load: (_params, content) => content.front(),
  title: () => 'Sources and licence',
  View: SourcesView,
};

/** By how near they stand to the facts: who did it, who measured it, who told it. */
const kinds: readonly (readonly [Source['kind'], string])[] = [
  ['paper', 'Papers'],
  ['postmortem', 'Post-mortems'],
  ['bug-report', 'Bug reports'],
  ['documentation', 'Documentation'],
  ['book', 'Books'],
  ['talk', 'Talks'],
  ['article', 'Articles'],
];

function SourcesView({ data: { sources } }: { readonly data: TrackFront }) {
  const groups = kinds
    .map(([kind, name]) => ({ kind, name, own: sources.filter((source) => source.kind === kind).sort(byAuthor) }))
    .filter(({ own }) => own.length > 0);
  return (
    <div class={styles.page}>
      <PageHeader title="Sources and licence" back={{ path: '/you/', name: 'You' }} />
      <p class="read">
        The course rests on {counted(sources.length, 'source')}. <b>Primary</b> means written by those who did it, and
        read when it was checked. <b>Not re-read here</b> means that it was out of reach on that day: the line below it
        says what is relied on instead.
      </p>
      <nav class={styles.contents} aria-label="Kinds of sources">
        {groups.map(({ kind, name, own }) => (
          <a key={kind} href={`#${kind}`}>
            <span>{name}</span> <span class="quiet">{own.length}</span>
          </a>
        ))}
        <a href="#licence">
          <span>Licence</span>
        </a>
      </nav>
      {groups.map(({ kind, name, own }) => (
        <section key={kind} id={kind} class={styles.group}>
          <h2>{name}</h2>
          <ul>
            {own.map((source) => (
              <li key={source.id}>
                <SourceLine source={source} isNoteShown />
                <p class="quiet">
                  Checked {isoDateWords(source.checked)}. {source.note}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Licence />
    </div>
  );
}

const byAuthor = (one: Source, other: Source): number =>
  one.author.localeCompare(other.author, 'en') || one.year - other.year || one.title.localeCompare(other.title, 'en');
