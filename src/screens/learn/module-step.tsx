import type { ModuleSummary } from '#content/compiled.ts';
import type { ModuleState } from '#progress/module-state.ts';
import { href } from '#services/navigation-service.ts';
import { Rail } from '#ui/rail.tsx';
import styles from './learn-screen.module.css';

interface ModuleStepProps {
  readonly module: ModuleSummary;
  /** Absent until the log was read. */
  readonly state: ModuleState | undefined;
}

/** One module on the path: what it is about, how long it takes, how far one is. */
export function ModuleStep({ module, state }: ModuleStepProps) {
  const isReadable = module.status === 'complete';
  return (
    <li class={styles.module} data-hue={module.hue} data-state={state?.state ?? 'new'}>
      <h3>
        <a href={href(`/learn/${module.id}/`)}>
          {module.id} {module.title}
        </a>
      </h3>
      <p class="quiet">
        {module.minutes} min · {isReadable ? stateWords(module, state) : 'concepts and cards now, sections not yet'}
      </p>
      {isReadable && (
        <Rail value={(state?.sectionsRead ?? 0) / module.sections.length} label={`Read of ${module.id}`} />
      )}
      <p class="quiet">{module.topics.join(' · ')}</p>
    </li>
  );
}

function stateWords(module: ModuleSummary, state: ModuleState | undefined): string {
  const best = state?.best ? ` ${state.best.right}/${state.best.of}` : '';
  switch (state?.state) {
    case 'started':
      return `${state.sectionsRead} of ${module.sections.length} sections read`;
    case 'read':
      return best ? `read · best check${best}` : 'read · the check is open';
    case 'passed':
      return `passed${best}`;
    case 'durable':
      return 'durable: every key concept holds';
    default:
      return `${module.sections.length} sections · open to read`;
  }
}
