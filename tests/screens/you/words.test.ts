import { expect, test } from 'vitest';
import { calibration } from '#assessment/calibration.ts';
import type { Confidence } from '#assessment/response.ts';
import { backupFaultWords, mergeWords } from '#screens/you/backup-words.ts';
import { byteWords } from '#screens/you/byte-words.ts';
import { shareWords, verdictWords } from '#screens/you/calibration-words.ts';
import { mistakeReport } from '#screens/you/mistake-text.ts';
import { retentionWords } from '#screens/you/retention-words.ts';
import type { BackupFault } from '#services/backup-service.ts';

const none = { right: 0, of: 0 };
const judged = (confidence: Confidence, right: number, of: number) => {
  const found = calibration({ guess: none, think: none, sure: none, [confidence]: { right, of } }).find(
    (each) => each.confidence === confidence,
  );
  if (!found) throw new Error('every confidence is judged');
  return found;
};

test('a handful of answers is counted, and nothing is concluded from it', () => {
  expect(shareWords(judged('sure', 1, 4))).toBe('1 of 4 right');
  expect(verdictWords(judged('sure', 1, 4))).toBe('Too few answers to say anything yet.');
});

test('no answer has no verdict', () => {
  expect(shareWords(judged('guess', 0, 0))).toBe('no answer yet');
  expect(verdictWords(judged('guess', 0, 0))).toBe('');
});

test('some answers give a share, and the words say how far it can be trusted', () => {
  expect(shareWords(judged('think', 6, 9))).toBe('6 of 9 right, 67 %');
  expect(verdictWords(judged('think', 6, 9))).toMatch(/as far as 9 answers can tell/);
  expect(verdictWords(judged('think', 28, 40))).not.toMatch(/as far as/);
});

test('being sure too often and claiming too little are told apart', () => {
  expect(verdictWords(judged('sure', 10, 20))).toMatch(/nine times in ten/);
  expect(verdictWords(judged('think', 2, 20))).toMatch(/Call these a guess/);
  expect(verdictWords(judged('guess', 19, 20))).toMatch(/know more than you claim/);
  expect(verdictWords(judged('think', 60, 60))).toMatch(/could say you are sure/);
});

test('bytes have two digits and a unit', () => {
  expect([0, 640, 999, 1000, 1_234_567, 9_960_000, 999_600, 48_000_000_000].map(byteWords)).toEqual([
    '0 bytes',
    '640 bytes',
    '999 bytes',
    '1.0 KB',
    '1.2 MB',
    '10 MB',
    '1.0 MB',
    '48 GB',
  ]);
});

test('a higher retention is told with its price, a lower one with what it saves', () => {
  expect(retentionWords(0.9)).toMatch(/about 90 of 100 .* usual choice/);
  expect(retentionWords(0.97)).toMatch(/about 97 of 100 .* comes back after 7: about 4 times the reviews/);
  expect(retentionWords(0.8)).toMatch(/comes back after 99: about 0\.3 times the reviews/);
});

test('a restore says what was new', () => {
  expect(mergeWords({ added: 3, known: 12, unknownKinds: 0 })).toBe('Restored: 3 new, 12 already here.');
  expect(mergeWords({ added: 0, known: 12, unknownKinds: 0 })).toMatch(/Nothing new/);
  expect(mergeWords({ added: 3, known: 0, unknownKinds: 2 })).toMatch(/2 come from a newer version/);
});

test('every refusal gives the reason and says that nothing was changed', () => {
  const faults: readonly BackupFault[] = [
    { kind: 'not-a-backup', reason: 'its first line is empty' },
    { kind: 'newer-backup', found: 3, known: 1 },
    { kind: 'broken-line', line: 17, reason: 'not JSON' },
    { kind: 'quota' },
    { kind: 'lost' },
    { kind: 'denied' },
    { kind: 'unknown', message: 'a strange thing' },
    { kind: 'newer', found: 3, known: 1 },
  ];
  for (const fault of faults) expect(backupFaultWords(fault)).toMatch(/Nothing was changed/);
  expect(backupFaultWords({ kind: 'broken-line', line: 17, reason: 'not JSON' })).toMatch(/Line 17 .*not JSON/);
  expect(backupFaultWords({ kind: 'blocked' })).toMatch(/Another tab/);
});

test('a report names the place and the version', () => {
  const text = mistakeReport({
    place: ' Slow or dead ',
    words: 'A word is missing.\n',
    build: 'c0ffee00',
    origin: 'https://example.org',
  });
  expect(text).toBe(
    'A mistake in Quorum\n\nWhere: Slow or dead\nVersion: c0ffee00, at https://example.org\n\nA word is missing.\n',
  );
  expect(mistakeReport({ place: '', words: 'x', build: 'b', origin: 'o' })).toMatch(/Where: not said/);
});
