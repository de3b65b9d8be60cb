import type { Question } from '#content/track.ts';
import { designReviewMarkdown } from '#services/exports.ts';
import { useServices } from '#services/services.ts';
import { ButtonRow } from '#ui/button-row.tsx';
import { Button } from '#ui/button.tsx';
import { announce } from '#ui/live-region.tsx';
import { systemName, type DesignReviewModel, type Draft } from './design-review-model.ts';

interface TakeAlongProps {
  readonly draft: Draft;
  readonly model: DesignReviewModel;
  readonly questions: readonly Question[];
  readonly isOff: boolean;
}

/** The review as Markdown: a file, or copied to paste somewhere. */
export function TakeAlong({ draft, model, questions, isOff }: TakeAlongProps) {
  const { device, clock } = useServices();
  const text = () => {
    const kept = model.state.value.kept?.find(({ review }) => review === draft.review);
    const savedAt = kept?.savedAt ?? clock.now().at;
    return designReviewMarkdown({ ...draft, system: systemName(draft), savedAt, isDeleted: false }, questions);
  };
  const save = () => {
    device.saveFile(`${fileNameOf(draft.system)}.md`, 'text/markdown', text());
    announce('The file is saved.');
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      announce('Copied.');
    } catch {
      announce('This browser does not let the app copy. Export the file instead.');
    }
  };
  return (
    <ButtonRow>
      <Button isOff={isOff} onClick={save}>
        Export as Markdown
      </Button>
      <Button isOff={isOff} onClick={() => void copy()}>
        Copy
      </Button>
    </ButtonRow>
  );
}

/** "Design review Checkout", in letters that every file system takes. */
function fileNameOf(system: string): string {
  const words = system.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? [];
  return ['design-review', ...words].join('-').toLowerCase().slice(0, 60);
}
