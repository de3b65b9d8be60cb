import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { href, type NavigationService } from '#services/navigation-service.ts';
import type { UpdateService } from '#services/update-service.ts';

export interface Updates {
  /** A new version waits, and nobody is in the middle of something. */
  readonly isOffered: ReadonlySignal<boolean>;
  readonly apply: () => void;
}

/** The navigation that screens see, and what the app alone may do with it. */
export interface AppNavigation extends NavigationService {
  /** Told by the router on each render. */
  readonly bind: (route: (url: string, replace?: boolean) => void) => void;
  readonly updates: Updates;
}

export function createNavigation(update: Pick<UpdateService, 'updateReady' | 'apply'>): AppNavigation {
  let route: (url: string, replace?: boolean) => void = (url) => location.assign(url);
  const holds = signal(0);
  return {
    bind: (next) => {
      route = next;
    },
    go: (path) => route(href(path)),
    replace: (path) => route(href(path), true),
    holdUpdates: () => {
      holds.value++;
      let isHeld = true;
      return () => {
        if (isHeld) holds.value--;
        isHeld = false;
      };
    },
    updates: {
      isOffered: computed(() => update.updateReady.value && holds.value === 0),
      apply: update.apply,
    },
  };
}
