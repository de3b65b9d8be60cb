import { createSearcher, type Question } from './searcher.ts';

const take = createSearcher((reply) => postMessage(reply));
// A rejected promise would end here unheard; an error is told to whoever started the worker.
addEventListener('message', (event: MessageEvent<Question>) => void take(event.data).catch(reportError));
