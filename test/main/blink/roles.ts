// Roles that most stories have no interest in.
import type { BudgetStore, StoredBudget } from '../../../main/blink/index.ts';

export const silentLog = { info() {}, warn() {}, error() {} };

export function memoryBudget(stored: StoredBudget = { sentAtMs: [], notBeforeMs: null }): BudgetStore {
  let kept = stored;
  return {
    load: async () => kept,
    async save(budget) {
      kept = budget;
    },
  };
}
