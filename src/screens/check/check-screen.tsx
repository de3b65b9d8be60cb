import { useEffect, useMemo } from 'preact/hooks';
import { PASS_RIGHT } from '#assessment/check-result.ts';
import type { CheckBank, ModuleSummary } from '#content/compiled.ts';
import { useServices } from '#services/services.ts';
import { Segments } from '#ui/segments.tsx';
import { PageHeader } from '../page-header.tsx';
import type { Screen } from '../screen.ts';
import { StorageNotice } from '../storage-notice.tsx';
import { CheckItem } from './check-item.tsx';
import { createCheckModel, type CheckModel, type OpenItem } from './check-model.ts';
import { CheckResult } from './check-result.tsx';
import { CheckStart } from './check-start.tsx';
import styles from './check-screen.module.css';

interface CheckData {
  readonly bank: CheckBank;
  /** The module after this one. */
  readonly next: Pick<ModuleSummary, 'id' | 'title'> | undefined;
}

export const checkScreen: Screen<CheckData> = {
  load: async ({ module = '' }, content) => {
    const [bank, { modules }] = await Promise.all([content.check(module), content.track()]);
    if (!bank) return undefined;
    return { bank, next: modules[modules.findIndex(({ id }) => id === module) + 1] };
  },
  title: ({ bank }) => `Check ${bank.module.id}: ${bank.module.title}`,
  View: CheckView,
};

function CheckView({ data: { bank, next } }: { readonly data: CheckData }) {
  const services = useServices();
  const model = useMemo(() => createCheckModel(services, bank), []);
  const { open, attempt, fault } = model.state.value;
  const isOpen = open !== null;
  useAddress(model);
  useEffect(() => (isOpen ? services.navigation.holdUpdates() : undefined), [isOpen]);

  return (
    <div class={styles.page} data-hue={bank.module.hue} data-wide={open && 'run' in open.item ? true : undefined}>
      <div class={styles.top}>
        <PageHeader
          title={`Check ${bank.module.id}`}
          isHeading={!open}
          back={{ path: `/learn/${bank.module.id}/`, name: bank.module.title }}
          end={`pass at ${PASS_RIGHT} of 10`}
        />
        {open && <Progress model={model} open={open} />}
      </div>
      {open && <CheckItem key={`${attempt?.attempt} ${open.item.id}`} bank={bank} model={model} open={open} />}
      {!open && attempt && (
        <CheckResult key={attempt.attempt} bank={bank} next={next} model={model} attempt={attempt} />
      )}
      {!open && !attempt && <CheckStart bank={bank} model={model} />}
      <StorageNotice fault={fault} onRetry={() => void model.retry()} />
    </div>
  );
}

/** Fills as answers are kept, not as they are given. */
function Progress({ model, open }: { readonly model: CheckModel; readonly open: OpenItem }) {
  const { attempt, unkept } = model.state.value;
  if (!attempt) return null;
  const place = attempt.items.indexOf(open.item.id);
  const number = place < 0 ? attempt.answers.length : place + 1;
  const kept = attempt.answers.length - unkept;
  return (
    <Segments
      done={kept}
      of={attempt.items.length}
      label={`Question ${number} of ${attempt.items.length}, ${kept} answered`}
    />
  );
}

/**
 * The #hash names what the log already holds: an answered item, or an attempt's result. So the way back from the
 * reading ends where it began, and a reload changes nothing.
 */
function useAddress(model: CheckModel) {
  const place = model.place.value;
  const isLoaded = model.state.value.attempts !== null;
  useEffect(() => {
    const named = () => location.hash.slice(1);
    void model.load(named());
    const follow = () => model.openPlace(named());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (!isLoaded || location.hash.slice(1) === place) return;
    history.replaceState(history.state, '', `${location.pathname}${location.search}${place && `#${place}`}`);
  }, [place, isLoaded]);
}
