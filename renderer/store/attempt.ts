// Runs a command of the bridge; what it fails with is shown until the next one succeeds.
import type { Result } from '../../preload/contract.ts';
import type { SetModel } from './app-model.ts';

/** The command's value; null: it failed and the person is told. */
export async function attempt<Value>(set: SetModel, command: Promise<Result<Value>>): Promise<{ value: Value } | null> {
  const result = await command;
  set({ commandProblem: result.ok ? null : result.problem });
  return result.ok ? { value: result.value } : null;
}
