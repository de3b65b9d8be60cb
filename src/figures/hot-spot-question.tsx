import { useMemo } from 'preact/hooks';
import type { ItemOf } from '#content/item.ts';
import { plainText } from '#content/markup.ts';
import { classNames } from '#ui/class-names.ts';
import { OptionList, type OptionListProps } from '#ui/option-list.tsx';
import { SpaceTimeDiagram } from '#ui/space-time/space-time-diagram.tsx';
import { StepList } from '#ui/space-time/step-list.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Prose } from './prose.tsx';
import css from './hot-spot-question.module.css';
import { runSummary } from './run-summary.ts';

interface HotSpotQuestionProps extends Pick<OptionListProps, 'legend' | 'labelledBy' | 'chosenNote'> {
  readonly run: ItemOf<'hot-spot'>['run'];
  readonly spots: ItemOf<'hot-spot'>['spots'];
  readonly title: string;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly isAnswered: boolean;
  readonly hasKeys?: boolean;
  /** Where the screen wants the run to stand, apart from its places. */
  readonly runClass?: string | undefined;
}

/** Places to point at in a run; the same places stand as a list, which is the way in for keyboard and screen reader. */
export function HotSpotQuestion(props: HotSpotQuestionProps) {
  const { run, spots, title, chosen, onChoose, isAnswered, hasKeys = false, runClass, ...group } = props;
  const right = isAnswered ? spots.filter((spot) => spot.isRight).map((spot) => spot.id) : undefined;
  const places = useMemo(() => spots.map(({ id, node, at }) => ({ id, node, at })), [spots]);
  return (
    <div class={css.question}>
      <div class={classNames(css.question, runClass)}>
        <SpaceTimeDiagram
          run={run}
          label={runSummary(run, run.events.length, title)}
          spots={places}
          selectedSpot={chosen}
          rightSpots={right}
          {...(!isAnswered && { onSelectSpot: onChoose })}
        />
        <Disclosure summary="The steps, as text">
          <StepList steps={run.events.map((event) => plainText(event.text))} current={null} />
        </Disclosure>
      </div>
      <OptionList
        {...group}
        options={spots.map((spot, index) => ({
          id: spot.id,
          text: (
            <>
              <b class={css.number}>{index + 1}</b> <Prose text={spot.text} />
            </>
          ),
          why: <Prose text={spot.why} />,
        }))}
        chosen={chosen}
        onChoose={onChoose}
        right={right}
        hasKeys={hasKeys}
      />
    </div>
  );
}
