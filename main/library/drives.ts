// How each module's drive is, as last asked, and when it will be full.
import type { ModuleId, Problem, Result, SyncModule } from '../../preload/contract.ts';
import type { BlinkCloud, DriveStatus, ModuleFacts, Urgency } from '../blink/index.ts';
import type { Clock } from '../clock.ts';
import { problem, succeeded } from '../problem.ts';
import { driveFullAtMs } from './drive-forecast.ts';
import type { Library } from './index.ts';

/** Of what its drive says; percent. */
export const isFuller = ({ driveUsedPercent }: Pick<SyncModule, 'driveUsedPercent'>, thanPercent: number): boolean =>
  driveUsedPercent !== null && driveUsedPercent > thanPercent;

export interface DriveParts {
  readonly cloud: Pick<BlinkCloud, 'driveStatus'>;
  readonly library: Pick<Library, 'clips'>;
  readonly clock: Clock;
}

export class Drives {
  readonly #parts: DriveParts;
  readonly #known = new Map<ModuleId, DriveStatus>();
  /** Unix ms, where it can be told. */
  readonly #fullAtMs = new Map<ModuleId, number | null>();

  constructor(parts: DriveParts) {
    this.#parts = parts;
  }

  /** A module that does not say how its drive is leaves it at what the homescreen says. */
  async read({ id: moduleId, networkId }: ModuleFacts, urgency: Urgency, signal: AbortSignal): Promise<Result<null>> {
    const answer = await this.#parts.cloud.driveStatus({ networkId, moduleId }, urgency, signal);
    if (!answer.ok) return answer;
    if (answer.value) this.#known.set(moduleId, answer.value);
    this.foresee(moduleId);
    return succeeded(null);
  }

  /** Its clips are others than before. */
  foresee(moduleId: ModuleId): void {
    const { library, clock } = this.#parts;
    const percent = this.#known.get(moduleId)?.usedPercent ?? null;
    const fullAtMs = percent === null ? null : driveFullAtMs(percent, moduleId, library.clips(), clock.now());
    this.#fullAtMs.set(moduleId, fullAtMs);
  }

  of({ id, drive }: ModuleFacts): Pick<SyncModule, 'drive' | 'driveUsedPercent' | 'driveFullAtMs'> {
    const known = this.#known.get(id);
    return {
      drive: known?.state ?? drive,
      driveUsedPercent: known?.usedPercent ?? null,
      driveFullAtMs: this.#fullAtMs.get(id) ?? null,
    };
  }

  /**
   * Why its clips cannot be listed; null: they can. Protocol §3: the list is tried where the drive can hold one and the
   * module answers, whatever `local_storage_enabled` says.
   */
  closed(module: ModuleFacts): Problem | null {
    if (!module.online) return problem('module-offline');
    const { drive } = this.of(module);
    switch (drive) {
      case 'unmounted':
      case 'unavailable':
        return problem('drive-missing');
      case 'format_required':
        return problem('drive-unformatted');
      case 'incompatible':
        return problem('drive-incompatible');
      case 'active':
      case 'memory_full':
      case 'unknown':
        return null;
    }
  }

  /** Another account has other modules. */
  clear(): void {
    this.#known.clear();
    this.#fullAtMs.clear();
  }
}
