import { useEffect, useMemo } from 'preact/hooks';
import type { TrackIndex } from '#content/compiled.ts';
import { defaultSettings } from '#progress/event.ts';
import { useServices } from '#services/services.ts';
import { Button } from '#ui/button.tsx';
import { OnPaper } from '../on-paper.tsx';
import { PageHeader } from '../page-header.tsx';
import type { Screen } from '../screen.ts';
import { StorageNotice } from '../storage-notice.tsx';
import { AboutPart } from './about-part.tsx';
import { BackupPart } from './backup-part.tsx';
import { CalibrationPart } from './calibration-part.tsx';
import { ChecksPart } from './checks-part.tsx';
import { DaysPart } from './days-part.tsx';
import { ForecastPart } from './forecast-part.tsx';
import { createKeepingModel } from './keeping-model.ts';
import { KeptPart } from './kept-part.tsx';
import { OwnCardsPart } from './own-cards-part.tsx';
import { Part } from './part.tsx';
import { ReminderPart } from './reminder-part.tsx';
import { SettingsPart } from './settings-part.tsx';
import { StoragePart } from './storage-part.tsx';
import { createYouModel } from './you-model.ts';
import styles from './you-screen.module.css';

const loadProgressSummary = async () => (await import('./progress-summary.tsx')).ProgressSummary;

export const youScreen: Screen<TrackIndex> = {
  load: (_params, content) => content.track(),
  title: () => 'You',
  View: YouView,
};

/** What one has, and what one can set. The prerendered page has every heading, and nothing of anybody's. */
function YouView({ data: track }: { readonly data: TrackIndex }) {
  const services = useServices();
  const model = useMemo(() => createYouModel(services, track), []);
  const keeping = useMemo(() => createKeepingModel(services), []);
  useEffect(() => model.watch(), []);
  useEffect(() => keeping.watch(), []);
  const state = model.state.value;
  const isLoaded = state !== null;
  useEffect(() => {
    // What was read has moved the part that a link led to.
    if (isLoaded && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isLoaded]);
  const { reviewMinutesPerDay } = state?.settings ?? defaultSettings;
  return (
    <>
      <div class={styles.page} data-wide>
        <PageHeader title="You" />
        <StorageNotice fault={model.fault.value} onRetry={() => void model.retry()} />
        <nav class={styles.contents} aria-label="On this page">
          <a href="#progress">Progress</a>
          <a href="#settings">Settings</a>
          <a href="#backup">Backup</a>
          <a href="#about">About</a>
        </nav>
        <div class={styles.columns}>
          <div class={styles.column} id="progress">
            <KeptPart model={model} />
            <DaysPart model={model} />
            <ForecastPart model={model} />
            <CalibrationPart model={model} />
            <ChecksPart model={model} modules={track.modules} />
            <OwnCardsPart model={model} />
            <Part title="On paper">
              <p class="quiet">Days, durable concepts, sections, checks and how sure you were, on one page.</p>
              <Button onClick={() => print()}>Print a summary</Button>
            </Part>
          </div>
          <div class={styles.column}>
            <SettingsPart model={model} />
            <BackupPart model={keeping} />
            <StoragePart model={keeping} />
            <ReminderPart model={keeping} minutes={reviewMinutesPerDay} />
            <AboutPart />
          </div>
        </div>
      </div>
      {state && <OnPaper load={loadProgressSummary} props={{ state, modules: track.modules }} />}
    </>
  );
}
