import type { NextStep } from '#progress/next-step.ts';
import { href } from '#services/navigation-service.ts';
import { Button } from '#ui/button.tsx';
import { Kicker } from '#ui/kicker.tsx';
import { Rail } from '#ui/rail.tsx';
import { Sheet } from '#ui/sheet.tsx';

/** The one big next step. */
export function NextStepSheet({ step }: { readonly step: NextStep }) {
  switch (step.kind) {
    case 'section': {
      const { module, section, number, screen, isBegun } = step;
      return (
        <Sheet as="section" tone="wash" hue={module.hue}>
          <Kicker>
            {module.id} · Section {number} of {module.sections.length} · {section.minutes} min
          </Kicker>
          <h2>{section.title}</h2>
          {isBegun && <Rail value={screen / (section.screens + 2)} label="Read of this section" />}
          <Button variant="go" href={href(`/learn/${module.id}/${section.id}/`)}>
            {isBegun ? 'Continue' : 'Start'}
          </Button>
        </Sheet>
      );
    }
    case 'check':
      return (
        <Sheet as="section" tone="wash" hue={step.module.hue}>
          <Kicker>{step.module.id} · All sections read</Kicker>
          <h2>{step.isBegun ? 'Finish your check' : 'Take the check'}</h2>
          <p class="quiet">Ten questions on {step.module.title}. You can leave and come back.</p>
          <Button variant="go" href={href(`/check/${step.module.id}/`)}>
            {step.isBegun ? 'Continue' : 'Open the check'}
          </Button>
        </Sheet>
      );
    case 'done':
      return (
        <Sheet as="section" tone="wash">
          <h2>Everything here is read and passed</h2>
          <p class="quiet">Reviews keep it. The concepts are there to look up, and the six questions to use at work.</p>
          <Button variant="go" href={href('/questions/review/')}>
            Review a design of yours
          </Button>
        </Sheet>
      );
  }
}
