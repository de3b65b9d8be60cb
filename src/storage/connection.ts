import { failed, type Result } from '#base/result.ts';
import { openDatabase, type Connection, type Surroundings } from './database.ts';
import { faultOf } from './faults.ts';
import type { StorageFault } from './progress-store.ts';

export interface SharedConnection {
  /** Runs `work` on the tab's one connection, opened when first needed; where the connection was lost, opens it again and tries once more. */
  readonly run: <Value, Fault = never>(
    work: (connection: Connection) => Promise<Result<Value, Fault>>,
  ) => Promise<Result<Value, Fault | StorageFault>>;
  readonly close: () => void;
}

type Opened = Result<Connection, StorageFault>;

/** `prepare` runs on every new connection before anything else may use it. */
export function shareConnection(
  name: string,
  surroundings: Surroundings,
  prepare: (connection: Connection) => Promise<void>,
): SharedConnection {
  let opening: Promise<Opened> | null = null;
  let isClosed = false;

  /** A connection that is gone, or never came, is not handed out again. */
  const forget = (gone: Promise<Opened>): void => {
    if (opening === gone) opening = null;
  };
  const open = (): Promise<Opened> => {
    const mine = openPrepared(name, surroundings, prepare, () => forget(mine));
    opening = mine;
    mine.then(
      (opened) => opened.ok || forget(mine),
      () => forget(mine),
    );
    return mine;
  };

  return {
    run: async (work) => {
      for (let isRetry = false; ; isRetry = true) {
        if (isClosed) return failed({ kind: 'lost' });
        const current = opening ?? open();
        const opened = await current;
        if (!opened.ok) return opened;
        try {
          return await work(opened.value);
        } catch (error) {
          const fault = faultOf(error);
          if (fault.kind !== 'lost' || isRetry) return failed(fault);
          opened.value.close();
          forget(current);
        }
      }
    },
    close: () => {
      isClosed = true;
      void opening?.then((opened) => opened.ok && opened.value.close());
    },
  };
}

async function openPrepared(
  name: string,
  surroundings: Surroundings,
  prepare: (connection: Connection) => Promise<void>,
  onClosed: () => void,
): Promise<Opened> {
  const opened = await openDatabase(name, surroundings, onClosed);
  if (!opened.ok) return opened;
  try {
    await prepare(opened.value);
    return opened;
  } catch (error) {
    opened.value.close();
    return failed(faultOf(error));
  }
}
