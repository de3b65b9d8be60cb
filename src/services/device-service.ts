import type { ReadonlySignal } from '@preact/signals';
import type { FirstPaint } from './first-paint.ts';

export interface StorageState {
  readonly isPersisted: boolean;
  /** Bytes, or `null` where the browser does not say. */
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

/** The device around the app: installing, storage, badge, files, and the mirror that the first paint reads. */
export interface DeviceService {
  /** How the app can be installed: by the browser's own prompt, by words for iOS, not at all, or it is installed. */
  readonly install: ReadonlySignal<'prompt' | 'ios' | 'unavailable' | 'installed'>;
  readonly promptInstall: () => Promise<void>;
  readonly storage: () => Promise<StorageState>;
  /** Asks the browser to keep the storage; true when it does. */
  readonly persist: () => Promise<boolean>;
  /** Shows how many cards are due on the app's icon; 0 clears it. */
  readonly setBadge: (count: number) => void;
  readonly saveFile: (name: string, type: string, text: string) => void;
  /** Writes what the next first paint needs: the look of the page, whether single keys work, and that somebody has been here. */
  readonly mirror: (first: FirstPaint) => void;
  /** True when an earlier visit left its mark but the store is empty. */
  readonly wasEmptied: ReadonlySignal<boolean>;
}
