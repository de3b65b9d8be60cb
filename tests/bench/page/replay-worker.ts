import { benchReplay } from '../replay.bench.ts';

postMessage(benchReplay()[0]?.value ?? Number.NaN);
