// `cliptray import`: clips from a carried drive, without keychain or network.
import type { Core } from '../core.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-code.ts';
import type { Output } from './output.ts';

export async function importFrom(core: Core, source: string, output: Output, signal: AbortSignal): Promise<ExitCode> {
  const { importing } = core.saving;
  const { carried: words, commandLine } = output.words;
  await core.startWithoutBlink();
  if (core.library.clips().columns.key.length === 0) output.warn(commandLine.nothingListed);
  const unsubscribe = core.state.store.subscribe(({ import: state }) => {
    if (state?.kind === 'looking') output.progress(state.looked, state.files, words.looking(state.looked, state.files));
    if (state?.kind === 'copying')
      output.progress(state.bytes, state.totalBytes, words.copying(state.done, state.total));
  });
  const stop = () => void importing.stop();
  signal.addEventListener('abort', stop);
  try {
    const begun = await importing.begin(source);
    if (!begun.ok) {
      output.problem(begun.problem);
      return exitCodeOf(begun.problem);
    }
    output.event({ event: 'importing', from: source });
    if (signal.aborted) stop();
    await importing.over();
  } finally {
    unsubscribe();
    signal.removeEventListener('abort', stop);
  }
  const { state } = importing;
  if (state?.kind !== 'ended') throw new Error('the import has not ended');
  const { problem, report, stopped } = state;
  output.say(words.ended(report));
  if (report.guessed > 0) output.say(words.guessed(report.guessed));
  if (report.left > 0) output.say(words.left(report.left));
  for (const { path, reason } of report.leftFiles) {
    output.say(`  ${path}: ${words.reason(reason)}`);
    output.event({ event: 'left', file: path, reason });
  }
  for (const file of report.guessedFiles) output.event({ event: 'guessed', file });
  const { imported, guessed, had, left } = report;
  output.event({ event: 'done', imported, guessed, had, left });
  if (problem) output.problem(problem);
  return problem ? exitCodeOf(problem) : stopped ? exitCodes.interrupted : exitCodes.done;
}
