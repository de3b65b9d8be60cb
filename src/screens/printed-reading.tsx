/** The reading as it stands on paper: whole, with every figure run to its end, and nothing to press. */
import type { ModuleContent } from '#content/compiled.ts';
import type { Block, Section } from '#content/section.ts';
import { Prose } from '#figures/prose.tsx';
import { Kicker } from '#ui/kicker.tsx';
import { hiddenBlank } from '#ui/markup.tsx';
import { SourceList } from '#ui/source-list.tsx';
import { citedOrder } from './cited-order.ts';
import { PrintedFigure } from './printed-figure.tsx';
import css from './printed-reading.module.css';
import { ProseBlock } from './prose-block.tsx';
import { numbered, References } from './references.tsx';

interface PrintedSectionProps {
  readonly content: ModuleContent;
  readonly section: Section;
}

/** A section with all its screens. */
export const PrintedSection = (props: PrintedSectionProps) => <Reading {...props} heading="h1" subheading="h2" />;

/** Every section of a module, each on a page of its own. */
export function PrintedSections({ content }: Pick<PrintedSectionProps, 'content'>) {
  return (
    <>
      {content.sections.map((section) => (
        <Reading key={section.id} content={content} section={section} heading="h2" subheading="h3" />
      ))}
    </>
  );
}

interface ReadingProps extends PrintedSectionProps {
  readonly heading: 'h1' | 'h2';
  readonly subheading: 'h2' | 'h3';
}

function Reading({ content, section, heading: Heading, subheading: Subheading }: ReadingProps) {
  const { module } = content;
  const texts = stringsIn(section.screens);
  const sources = citedOrder(texts, content.sources, texts);
  return (
    <References sources={sources}>
      <article class={css.section} data-hue={module.hue}>
        <Kicker>
          {module.id} {module.title} · Section {module.sections.indexOf(section.id) + 1} of {module.sections.length}
        </Kicker>
        <Heading>{section.title}</Heading>
        <GuessFirst guess={section.guess} />
        {section.screens.map(({ id, title, blocks }) => (
          <section key={id}>
            <Subheading>{title}</Subheading>
            {blocks.map((block) => (
              <PrintedBlock key={block.id} block={block} />
            ))}
          </section>
        ))}
        <TakeAlong content={content} section={section} heading={Subheading} />
        {sources.length > 0 && (
          <section>
            <Subheading>Sources</Subheading>
            <SourceList sources={numbered(sources)} />
          </section>
        )}
      </article>
    </References>
  );
}

/** Every string in a value: its texts, and the ids of the sources that it names. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function GuessFirst({ guess: { prompt, options } }: { readonly guess: Section['guess'] }) {
  return (
    <div class={css.guess}>
      <p>
        <b>Guess first.</b> <Prose text={prompt} />
      </p>
      <ul>
        {options.map(({ id, text }) => (
          <li key={id}>
            <Prose text={text} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function PrintedBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'figure':
      return <PrintedFigure figure={block} />;
    case 'models':
      return (
        <dl class={css.models}>
          {block.models.map(({ id, name, meaning }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>
                <Prose text={meaning} />
              </dd>
            </div>
          ))}
        </dl>
      );
    default:
      return <ProseBlock block={block} heading="h4" isNamed={false} />;
  }
}

/** What the section asks at its end: from memory, and of a system of one's own. */
function TakeAlong({
  content: { recallCards },
  section: { recall, ask },
  heading: Heading,
}: PrintedSectionProps & { readonly heading: ReadingProps['subheading'] }) {
  const cards = recallCards.filter(({ id }) => recall.includes(id));
  return (
    <section>
      <Heading>From memory</Heading>
      <ul class={css.recall}>
        {cards.map(({ id, prompt }) => (
          <li key={id}>
            <Prose text={prompt} blank={hiddenBlank} />
          </li>
        ))}
      </ul>
      <Heading>Ask this about your system</Heading>
      <p class="read">
        <Prose text={ask.text} />
      </p>
    </section>
  );
}
