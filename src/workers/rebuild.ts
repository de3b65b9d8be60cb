import { createRebuilder, type RebuildRequest } from './rebuilder.ts';

const take = createRebuilder((reply) => postMessage(reply));
addEventListener('message', (event: MessageEvent<RebuildRequest>) => take(event.data));
