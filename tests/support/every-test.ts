/** What holds in every test: the same cases drawn each time, and patience on a machine that is busy. */
import fc from 'fast-check';

// A failing seed is kept as a case of its own.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_122 });

if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/preact');
  configure({ asyncUtilTimeout: 20_000 });
}
