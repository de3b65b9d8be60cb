import { Deferred } from '#ui/deferred.tsx';
import { PageHeader } from '../page-header.tsx';
import type { Screen } from '../screen.ts';
import styles from './lab-screen.module.css';

export const labScreen: Screen<object> = {
  load: async () => ({}),
  title: () => 'Lab',
  View: LabView,
};

const loadLab = async () => (await import('./bench.tsx')).Lab;

/** The page, without the simulator: that comes after the first paint. */
function LabView() {
  return (
    <div class={styles.lab} data-wide>
      <div class={styles.top}>
        <PageHeader title="Lab" back={{ path: '/practise/', name: 'Practise' }} />
        <p class="quiet">
          Any protocol of the course, in any weather. Chance comes from the seed, so that each run can be had again.
        </p>
      </div>
      <Deferred load={loadLab} props={{}} />
    </div>
  );
}
