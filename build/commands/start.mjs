// `npm start`: installs what is missing, builds, and serves the production app.
import { root, runLocal, setUp } from './set-up.mjs';

setUp();
const status = runLocal('vite', ['build', '--logLevel', 'warn']);
if (status !== 0) process.exit(status);

const { serve } = await import('../serve.mjs');
const port = Number(process.env.PORT || 4173);
try {
  const { url } = await serve({ root: `${root}/dist`, base: process.env.BASE_PATH || '/', port });
  console.log(`Quorum is at ${url}`);
} catch (error) {
  const reason =
    error.code === 'EADDRINUSE' ? `port ${port} is taken; PORT=4180 npm start uses another` : error.message;
  console.error(`The app is built in dist/, but could not be served: ${reason}.`);
  process.exit(1);
}
