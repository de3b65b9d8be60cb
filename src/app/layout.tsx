import type { ComponentChildren } from 'preact';
import { href } from '#services/navigation-service.ts';
import { Icon } from '#ui/icon.tsx';
import { LiveRegion } from '#ui/live-region.tsx';
import { Mark } from '#ui/mark.tsx';
import type { Updates } from './app-navigation.ts';
import styles from './layout.module.css';
import type { Tab } from './routes.ts';
import { Deferred } from '#ui/deferred.tsx';
import { rebuilt } from './rebuilt.ts';

const tabs = [
  { tab: 'today', name: 'Today', path: '/' },
  { tab: 'learn', name: 'Learn', path: '/learn/' },
  { tab: 'practise', name: 'Practise', path: '/practise/' },
  { tab: 'you', name: 'You', path: '/you/' },
] as const;

const loadRebuildNotice = async () => (await import('./rebuild-notice.tsx')).RebuildNotice;
const loadUpdatePrompt = async () => (await import('./update-prompt.tsx')).UpdatePrompt;

interface LayoutProps {
  readonly tab: Tab | null;
  /** On a phone the tab bar makes way. */
  readonly isFocused: boolean;
  readonly updates: Updates;
  readonly children: ComponentChildren;
}

/** The frame around every screen: a bottom bar on a phone, a rail at the left from 900 px. */
export function Layout({ tab: current, isFocused, updates, children }: LayoutProps) {
  return (
    <div class={styles.frame} data-focused={isFocused}>
      <a class={styles.skip} href="#main">
        Skip to the content
      </a>
      <nav class={styles.tabs} aria-label="Main">
        <a class={styles.brand} href={href('/')} aria-label="Quorum, today">
          <Mark />
          <span>Quorum</span>
        </a>
        {tabs.map(({ tab, name, path }) => (
          <a key={tab} class={styles.tab} href={href(path)} aria-current={tab === current ? 'page' : undefined}>
            <Icon name={tab} />
            <span>{name}</span>
          </a>
        ))}
      </nav>
      <main id="main" class={styles.main}>
        {rebuilt.value < 1 && <Deferred load={loadRebuildNotice} props={{}} />}
        {children}
      </main>
      {updates.isOffered.value && <Deferred load={loadUpdatePrompt} props={{ onApply: updates.apply }} />}
      <LiveRegion />
    </div>
  );
}
