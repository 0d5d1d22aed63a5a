import { expect, test } from 'vitest';
import { alreadyShown, parseReport, toDiagnostic, type Finding } from '../../src/check';
import * as mock from './vscode';

const finding: Finding = {
  rule: 'SLP201', kind: 'deadlock', level: 'error', confidence: 'proven', message: 'left and right wait for each other',
  path: 'app.py', line: 6, column: 5, function: 'left',
  tasklets: [
    { name: 'left', state: 'blocked', operation: 'receive', channel: 'to_left', stack: [{ path: 'app.py', line: 6, function: 'left' }] },
    { name: 'lost', state: 'paused', stack: [{ path: '/other/lib.py', line: 9, function: 'idle' }] },
    { name: 'unborn', state: 'new' },
  ],
};
const range = new mock.Range(5, 4, 5, 20);

test('a finding becomes a problem, its tasklets related places', () => {
  const d = toDiagnostic(finding, range as never, '/ws');
  expect(d).toMatchObject({ message: finding.message, severity: mock.DiagnosticSeverity.Error, source: 'slp check', code: 'SLP201' });
  expect(d.relatedInformation?.map(r => [r.location.uri.fsPath, r.message])).toEqual([
    ['/ws/app.py', 'left waits to receive on to_left in left'],
    ['/other/lib.py', 'lost is paused in idle'],
  ]);
});

test.each([['error', 0], ['warning', 1], ['note', 2], ['something new', 2]])('level %s is severity %i', (level, severity) => {
  expect(toDiagnostic({ ...finding, level }, range as never, '/ws').severity).toBe(severity);
});

test('a report is read', () => {
  const report = parseReport(JSON.stringify({ version: 1, programs: [{ path: 'a.py', verdict: 'clean' }] }), 'noise', 0);
  expect(report.programs).toEqual([{ path: 'a.py', verdict: 'clean', findings: [] }]);
});

test('what is no report is an error with what slp said', () => {
  expect(() => parseReport('', 'slp check: no such file: a.py\n', 2)).toThrow('slp ended with exit status 2: slp check: no such file: a.py');
  expect(() => parseReport('', '', null)).toThrow('it wrote nothing');
  expect(() => parseReport('{"version": 2, "programs": []}', '', 0)).toThrow('version 2');
});

test('what the language server shows already is not shown twice', () => {
  const ours = toDiagnostic(finding, range as never, '/ws');
  const theirs = Object.assign(new mock.Diagnostic(range, 'the same', mock.DiagnosticSeverity.Error), { source: 'slp', code: 'SLP201' as string | { value: string } });
  expect(alreadyShown([theirs] as never, ours)).toBe(true);
  theirs.code = { value: 'SLP201' };
  expect(alreadyShown([theirs] as never, ours)).toBe(true);
  theirs.code = 'SLP101';
  expect(alreadyShown([theirs] as never, ours)).toBe(false);
  theirs.code = 'SLP201';
  theirs.source = 'slp check';
  expect(alreadyShown([theirs] as never, ours)).toBe(false);
});
