// What specs do to a running cloud: one command, one key.
import { z } from 'zod';
import { person } from './authorizations.ts';
import type { CloudState } from './cloud-state.ts';
import { parseFaults } from './faults.ts';
import type { SyncModule } from './home.ts';
import { driveStates, signInPages } from './options.ts';
import type { Recorder } from './recorder.ts';

const module = z.number().optional();

/** Durations are spanned by the clock; without `module` every module is meant, without `camera` the first one. */
export const controlSchema = z.strictObject({
  record: z
    .strictObject({
      camera: z.string().optional(),
      kib: z.number().optional(),
      /** How long the module takes to list it. */
      listedAfterMs: z.number().optional(),
    })
    .optional(),
  /** Clips leave the drive, as the phone app deletes them. */
  remove: z.strictObject({ sha256: z.array(z.string()) }).optional(),
  /** A module for a while, or the whole cloud. */
  offline: z.strictObject({ ms: z.number(), module }).optional(),
  /** Somebody else uses the module. */
  busy: z.strictObject({ ms: z.number(), module }).optional(),
  drive: z.strictObject({ state: z.enum(driveStates), module }).optional(),
  renumber: z.strictObject({ module }).optional(),
  permute: z.strictObject({ module }).optional(),
  expire: z.enum(['access', 'refresh', 'copies']).optional(),
  /** What the hosted sign-in is like from now on. */
  signIn: z.enum(signInPages).optional(),
  /** Answers the tokens of another sign-in. */
  signInAgain: z.literal(true).optional(),
  /** Answers everything that nobody but the person's keychain may keep. */
  secrets: z.literal(true).optional(),
  /** As behind `--faults`, counted from now; `repeats`: the same clip may be struck again and again. */
  fault: z.strictObject({ faults: z.string(), repeats: z.boolean().optional() }).optional(),
});
export type Control = z.infer<typeof controlSchema>;

const usualLagMs = 35_000;

/** @throws with the reason in words where it cannot be done. */
export function controlCloud(state: CloudState, recorder: Recorder, command: Control): unknown {
  const { clock } = state;
  const { record, remove, offline, busy, drive, renumber, permute, fault } = command;
  if (command.signInAgain) return state.tokens.signIn();
  if (command.secrets) return [...state.tokens.all, ...state.authorizations.secrets, ...Object.values(person)];
  if (record) return recordNow(state, recorder, record);
  if (remove) removeClips(state, new Set(remove.sha256));
  if (offline?.module) for (const { lane } of modulesNamed(state, offline.module)) lane.goOffline(offline.ms);
  else if (offline) state.offline.untilMs = clock.now() + clock.span(offline.ms);
  if (busy) for (const { lane } of modulesNamed(state, busy.module)) lane.beBusy(busy.ms);
  if (drive) for (const named of modulesNamed(state, drive.module)) named.drive.state = drive.state;
  if (renumber) for (const named of modulesNamed(state, renumber.module)) named.drive.renumber();
  if (permute) for (const named of modulesNamed(state, permute.module)) named.drive.permute();
  if (command.signIn) state.signIn.pages = command.signIn;
  if (command.expire) expire(state, command.expire);
  if (fault) {
    const rules = parseFaults(fault.faults, fault.repeats);
    if (typeof rules === 'string') throw new Error(rules);
    state.faults.add(rules);
  }
  return { done: true };
}

/** Answers the clip's row of the truth. */
function recordNow({ home, clock }: CloudState, recorder: Recorder, wanted: NonNullable<Control['record']>): unknown {
  const { camera: name, kib, listedAfterMs = usualLagMs } = wanted;
  const camera = home.cameras.find((camera) => name === undefined || camera.name === name);
  if (!camera) throw new Error(`no camera is named ${name}`);
  const bytes = kib === undefined ? home.drawBytes() : kib * 1024;
  const row = recorder.record(camera, clock.now(), bytes, listedAfterMs);
  if (!row) throw new Error(`the drive of ${camera.name} takes no clips now`);
  return row;
}

function removeClips({ home, clock, gone: told }: CloudState, named: ReadonlySet<string>): void {
  for (const { drive } of home.modules) {
    const gone = new Set(drive.clips.filter(({ sha256 }) => named.has(sha256)));
    drive.remove(gone);
    told(gone, clock.now());
  }
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
