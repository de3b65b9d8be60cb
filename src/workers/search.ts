import { createSearcher, type SearchQuestion } from './searcher.ts';

const take = createSearcher((reply) => postMessage(reply));
// A rejected promise would end here unheard; an error is told to whoever started the worker.
addEventListener('message', (event: MessageEvent<SearchQuestion>) => void take(event.data).catch(reportError));
