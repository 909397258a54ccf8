// What specs do to a running cloud: one command, one key.
import { z } from 'zod';
import type { CloudState } from './endpoint.ts';
import { parseFaults } from './faults.ts';
import type { SyncModule } from './home.ts';
import { driveStates } from './options.ts';
import type { Recorder } from './recorder.ts';
import type { Truth } from './truth.ts';

const module = z.number().optional();

/** Durations are spanned by the clock; without `module` every module is meant, without `camera` the first one. */
export const controlSchema = z.union([
  z.strictObject({
    record: z.strictObject({
      camera: z.string().optional(),
      kib: z.number().optional(),
      listedAfterMs: z.number().optional(),
    }),
  }),
  /** Clips leave the drive, as the phone app deletes them. */
  z.strictObject({ remove: z.strictObject({ sha256: z.array(z.string()) }) }),
  /** A module for a while, or the whole cloud. */
  z.strictObject({ offline: z.strictObject({ ms: z.number(), module }) }),
  z.strictObject({ busy: z.strictObject({ ms: z.number(), module }) }),
  z.strictObject({ drive: z.strictObject({ state: z.enum(driveStates), module }) }),
  z.strictObject({ renumber: z.strictObject({ module }) }),
  z.strictObject({ permute: z.strictObject({ module }) }),
  z.strictObject({ expire: z.enum(['access', 'refresh', 'copies']) }),
  /** As behind `--faults`, counted from now; `repeats`: the same clip may be struck again and again. */
  z.strictObject({ fault: z.strictObject({ faults: z.string(), repeats: z.boolean().optional() }) }),
]);
export type Control = z.infer<typeof controlSchema>;

const usualLagMs = 35_000;

/** @throws with the reason in words where it cannot be done. */
export function controlCloud(state: CloudState, recorder: Recorder, truth: Truth, command: Control): unknown {
  const { home, clock } = state;
  if ('record' in command) {
    const { camera: name, kib, listedAfterMs = usualLagMs } = command.record;
    const camera = home.cameras.find((camera) => name === undefined || camera.name === name);
    if (!camera) throw new Error(`no camera is named ${name}`);
    const bytes = kib === undefined ? home.drawBytes() : kib * 1024;
    return recorder.record(camera, clock.now(), bytes, listedAfterMs) ?? { kept: false };
  }
  if ('remove' in command) {
    const named = new Set(command.remove.sha256);
    for (const { drive } of home.modules) {
      const gone = new Set(drive.clips.filter(({ sha256 }) => named.has(sha256)));
      drive.remove(gone);
      truth.gone(gone, clock.now());
    }
  }
  if ('offline' in command) {
    const { ms, module } = command.offline;
    if (module === undefined) state.offline.untilMs = clock.now() + clock.span(ms);
    else for (const { lane } of modulesNamed(state, module)) lane.goOffline(ms);
  }
  if ('busy' in command) for (const { lane } of modulesNamed(state, command.busy.module)) lane.beBusy(command.busy.ms);
  if ('drive' in command)
    for (const { drive } of modulesNamed(state, command.drive.module)) drive.state = command.drive.state;
  if ('renumber' in command) for (const { drive } of modulesNamed(state, command.renumber.module)) drive.renumber();
  if ('permute' in command) for (const { drive } of modulesNamed(state, command.permute.module)) drive.permute();
  if ('expire' in command) expire(state, command.expire);
  if ('fault' in command) {
    const rules = parseFaults(command.fault.faults, command.fault.repeats);
    if (typeof rules === 'string') throw new Error(rules);
    state.faults.add(rules);
  }
  return { done: true };
}

function expire({ tokens, copies }: CloudState, what: 'access' | 'refresh' | 'copies'): void {
  if (what === 'access') tokens.expireAccess();
  else if (what === 'refresh') tokens.expireRefresh();
  else copies.clear();
}

function modulesNamed({ home }: CloudState, id: number | undefined): readonly SyncModule[] {
  const named = home.modules.filter((module) => id === undefined || module.id === id);
  if (named.length === 0) throw new Error(`no such sync module: ${id}`);
  return named;
}
