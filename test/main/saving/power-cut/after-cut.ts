// What may be on a disk after the power was cut: all that was synced, and any part of what was not.
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Content, DiskEvent, DiskState, Entry } from './disk-event.ts';

/**
 * The states that a cut after these events may leave, each once. Steps that were not synced are there or not, in any
 * combination; bytes that were not, are whole, cut in half, zeros, or as at the last sync. What stands in a folder that
 * is not there is lost with it. Where there are more than `most` combinations, that many are drawn.
 */
export function statesAfterCut(
  before: DiskState,
  events: readonly DiskEvent[],
  most: number,
  random: () => number,
): readonly DiskState[] {
  const steps = events.filter((event) => event.kind === 'names');
  const open = steps.filter((step) => !isSynced(step, events));
  const contents = contentsAfterCut(before, events);
  const openFiles = [...contents].filter(([, versions]) => versions.length > 1);

  const choices = [...open.map(() => 2), ...openFiles.map(([, versions]) => versions.length)];
  const states = new Map<string, DiskState>();
  for (const chosen of combinations(choices, most, random)) {
    const isThere = new Map(open.map((step, index) => [step, chosen[index] === 1]));
    const files = new Map([...contents].map(([file, [whole]]) => [file, whole ?? nothing]));
    for (const [index, [file, versions]] of openFiles.entries())
      files.set(file, versions[chosen[open.length + index] ?? 0] ?? nothing);
    const names = namesAfter(
      before,
      steps.filter((step) => isThere.get(step) ?? true),
    );
    const state = {
      place: before.place,
      names,
      files: new Map([...files].filter(([file]) => [...names.values()].includes(file))),
    };
    states.set(signatureOf(state), state);
  }
  return [...states.values()];
}

type NameStep = Extract<DiskEvent, { kind: 'names' }>;

const isSynced = (step: NameStep, events: readonly DiskEvent[]): boolean =>
  events.slice(events.indexOf(step)).some((event) => event.kind === 'folder synced' && event.path === step.of);

const nothing: Content = { bytes: Buffer.alloc(0), modifiedAtMs: 0 };

/** What each file may hold, the whole of what was written first. */
function contentsAfterCut(before: DiskState, events: readonly DiskEvent[]): ReadonlyMap<number, readonly Content[]> {
  const lasting = new Map(before.files);
  const latest = new Map(before.files);
  for (const event of events) {
    if (event.kind === 'bytes' || event.kind === 'file synced') latest.set(event.file, event.content);
    if (event.kind === 'file synced') lasting.set(event.file, event.content);
    if (event.kind !== 'names') continue;
    for (const entry of event.names.values())
      if (typeof entry === 'number' && !latest.has(entry)) latest.set(entry, nothing);
  }
  return new Map([...latest].map(([file, whole]) => [file, versionsOf(whole, lasting.get(file) ?? nothing)]));
}

function versionsOf(whole: Content, synced: Content): readonly Content[] {
  if (whole.bytes.equals(synced.bytes)) return [whole];
  const { modifiedAtMs } = whole;
  const half = whole.bytes.subarray(0, Math.floor(whole.bytes.length / 2));
  return [whole, synced, { bytes: half, modifiedAtMs }, { bytes: Buffer.alloc(whole.bytes.length), modifiedAtMs }];
}

function namesAfter(before: DiskState, steps: readonly NameStep[]): ReadonlyMap<string, Entry> {
  const names = new Map(before.names);
  const hasFolder = (one: string) => path.dirname(one) === before.place || names.get(path.dirname(one)) === 'folder';
  for (const step of steps) {
    for (const [one, entry] of step.names) {
      if (entry === null) names.delete(one);
      else if (hasFolder(one)) names.set(one, entry);
    }
  }
  return names;
}

/** All of them, or so many drawn: the first and the last are always among them. */
function* combinations(choices: readonly number[], most: number, random: () => number): Generator<readonly number[]> {
  const count = choices.reduce((product, many) => product * many, 1);
  const nth = (number: number) => {
    let rest = number;
    return choices.map((many) => {
      const chosen = rest % many;
      rest = Math.floor(rest / many);
      return chosen;
    });
  };
  if (count <= most) {
    for (let number = 0; number < count; number++) yield nth(number);
    return;
  }
  yield choices.map(() => 0);
  yield choices.map((many) => many - 1);
  for (let drawn = 2; drawn < most; drawn++) yield choices.map((many) => Math.floor(random() * many));
}

/** The same for states that a start cannot tell apart. */
export function signatureOf({ names, files }: DiskState): string {
  const hash = createHash('sha256');
  for (const one of [...names.keys()].sort()) {
    const entry = names.get(one);
    const content = typeof entry === 'number' ? files.get(entry) : undefined;
    hash.update(`${one}\n${entry}\n${content?.modifiedAtMs}\n`).update(content?.bytes ?? '');
  }
  return hash.digest('hex');
}
