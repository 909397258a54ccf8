// Gives files that are saved already the names of today, one after the other; a plan that was begun outlives a restart.
import fs from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ClipKey, RenamePlan, Renaming as RenamingState, Result } from '../../../preload/contract.ts';
import type { Clock } from '../../clock.ts';
import { type Library, orProblem, passingName, type Rename, type WantedName } from '../../library/index.ts';
import type { Log } from '../../log.ts';
import { problem, succeeded } from '../../problem.ts';
import { codeOf } from '../../system-error.ts';
import { type ChosenFolder, checkFolder, folderProblem } from './folder.ts';
import type { FolderWatch } from './folder-watch.ts';
import type { Folders } from './folders.ts';
import { removeReservation } from './give-name.ts';
import { leaveName, moveFile } from './move-file.ts';

export interface RenamingParts {
  readonly library: Pick<Library, 'renames' | 'queue' | 'wantedName' | 'row'>;
  readonly folders: Folders;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
}

/** What a window shows before it agrees. */
const EXAMPLES = 3;
/** A time of day takes some 10 µs to be made. */
const NAMED_AT_ONCE = 200;

export class Renaming {
  readonly #parts: RenamingParts;
  readonly #closing = new AbortController();
  /** Folders that a file was moved out of: where nothing is left in them they go. */
  readonly #leftFolders = new Set<string>();
  #state: RenamingState | null = null;
  #kept = 0;
  #isStopped = false;
  #isOwner = false;
  #running: Promise<void> | null = null;

  constructor(parts: RenamingParts) {
    this.#parts = parts;
  }

  get state(): RenamingState | null {
    return this.#state;
  }

  get isRunning(): boolean {
    return this.#state?.kind === 'running';
  }

  /** What `begin` would do. */
  async preview(): Promise<Result<RenamePlan>> {
    const { folders, library, clock } = this.#parts;
    const folder = folders.chosen?.folder;
    if (!folder) return succeeded({ files: 0, examples: [] });
    const planned = await clock.busy(library.renames.preview(folder.id, await this.#wantedIn(folder)));
    return succeeded({
      files: planned.length,
      examples: planned.slice(-EXAMPLES).map(({ from, to }) => ({ from, to })),
    });
  }

  /** Writes the whole plan down, then begins; as owner of the profile only. */
  async begin(): Promise<Result<null>> {
    const { folders, library, clock } = this.#parts;
    const watch = folders.chosen;
    const folder = await watch?.usable();
    if (!folder) return { ok: false, problem: watch?.problem ?? problem('folder-missing') };
    const planned = await orProblem(clock.busy(library.renames.plan(folder.id, await this.#wantedIn(folder))));
    if (!planned.ok) return planned;
    this.#kept = 0;
    this.#isStopped = false;
    this.#state = { kind: 'running', done: 0, total: planned.value, problem: null };
    this.goOn();
    return succeeded(null);
  }

  /** Those that were not begun with keep their names. */
  async stop(): Promise<void> {
    const { renames } = this.#parts.library;
    this.#isStopped = true;
    for (const folderId of new Set((await renames.open()).map((rename) => rename.folderId)))
      await renames.stop(folderId);
    this.goOn();
  }

  /** The profile is ours: a plan of an earlier run is gone on with. */
  resume(): void {
    this.#isOwner = true;
    this.goOn();
  }

  /** A folder is back, or another account is shown. */
  goOn(): void {
    const { clock, log, onChange } = this.#parts;
    if (!this.#isOwner || this.#closing.signal.aborted) return;
    this.#running ??= clock
      .busy(this.#run())
      .catch((error: unknown) => log.error('renaming failed', error))
      .finally(() => {
        this.#running = null;
        onChange();
      });
  }

  /** What a kill left half done is ended, before anything else is done in that folder. */
  async restore(folder: ChosenFolder): Promise<void> {
    const { renames } = this.#parts.library;
    const open = (await renames.open()).filter(({ folderId }) => folderId === folder.id);
    // Names that were to be given up first: they may be wanted.
    for (const rename of open) if (rename.leftAt !== null) await leaveName(rename, folder, renames);
    for (const { key, to } of open) {
      await removeReservation(path.join(folder.path, passingName(key)));
      if ((await renames.standingAt(folder.id, to)) !== null) continue;
      await removeReservation(path.join(folder.path, to));
      if (await stands(path.join(folder.path, to))) await this.#bring(key, folder);
    }
  }

  /** Resolves when nothing is done any more: all is over, or the folder is waited for. */
  async rested(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.rested();
  }

  async #run(): Promise<void> {
    const { library, folders } = this.#parts;
    const open = await library.renames.open();
    if (open.length === 0 && !this.isRunning) return;
    if (!this.isRunning) this.#state = { kind: 'running', done: 0, total: open.length, problem: null };
    for (const { key, folderId } of open) {
      if (this.#closing.signal.aborted) return;
      const watch = folders.get(folderId);
      const folder = await watch?.usable();
      if (!watch || !folder) return this.#wait(watch);
      const isOver = await watch.alone(() => this.#tryToBring(key, folder, watch));
      if (!isOver) return this.#wait(watch);
    }
    if ((await library.renames.open()).length > 0) return this.#run(); // planned anew meanwhile
    await this.#end();
  }

  #wait(watch: FolderWatch | null): void {
    if (this.#state?.kind === 'running')
      this.#state = { ...this.#state, problem: watch?.problem ?? problem('folder-missing') };
  }

  async #end(): Promise<void> {
    for (const folder of this.#leftFolders) await removeEmpty(folder, this.#roots());
    this.#leftFolders.clear();
    if (this.#state?.kind !== 'running') return;
    this.#state = { kind: 'ended', done: this.#state.done, kept: this.#kept, stopped: this.#isStopped };
  }

  /** False: the folder takes nothing now. */
  async #tryToBring(key: ClipKey, folder: ChosenFolder, watch: FolderWatch): Promise<boolean> {
    const { library, log, onChange } = this.#parts;
    try {
      if (!(await library.renames.one(key, folder.id))) return true; // stopped meanwhile
      const outcome = await this.#bring(key, folder);
      if (outcome === 'missing') {
        const found = await checkFolder(folder, 0);
        if (found) watch.report(found);
        if (found) return false;
        await library.renames.drop(key, folder.id);
      }
      if (outcome === 'moved') watch.took();
      if (this.#state?.kind === 'running' && outcome === 'moved')
        this.#state = { ...this.#state, done: this.#state.done + 1, problem: null };
    } catch (error) {
      if (codeOf(error) === '') throw error; // not the disk: a bug
      const refusal = folderProblem(error, folder.path);
      const found = refusal.kind === 'disk-full' ? refusal : await checkFolder(folder, 0);
      if (found) watch.report(found);
      if (found) return false;
      log.warn('a file could not be renamed, and keeps its name', { key, error: codeOf(error) }); // open elsewhere
      this.#kept += 1;
      await library.renames.drop(key, folder.id);
    }
    onChange();
    return true;
  }

  /** Until the file bears its new name, or cannot. */
  async #bring(key: ClipKey, folder: ChosenFolder): Promise<'moved' | 'missing'> {
    const { renames } = this.#parts.library;
    const taken: string[] = [];
    for (;;) {
      const rename = await renames.one(key, folder.id);
      if (!rename) return 'moved';
      if (rename.leftAt !== null) {
        await leaveName(rename, folder, renames);
        continue;
      }
      const other = await renames.standingAt(folder.id, rename.to);
      const inTheWay = other === null ? null : await renames.one(other, folder.id);
      // One of ours has the name and is to leave it, or it is the same name in other capitals.
      const outcome = inTheWay
        ? await this.#move(inTheWay, passingName(inTheWay.key), folder)
        : other === null
          ? await this.#move(rename, rename.to, folder)
          : 'taken';
      if (outcome === 'moved') continue;
      if (outcome === 'missing' && inTheWay && inTheWay.key !== key) await renames.drop(inTheWay.key, folder.id);
      else if (outcome === 'missing') return 'missing';
      taken.push(rename.to);
      await renames.avoid(key, folder.id, taken);
    }
  }

  #move(rename: Rename, to: string, folder: ChosenFolder): ReturnType<typeof moveFile> {
    this.#leftFolders.add(path.dirname(path.join(folder.path, rename.at)));
    return moveFile(rename, to, folder, this.#parts.library.renames);
  }

  async #wantedIn(folder: ChosenFolder): Promise<readonly WantedName[]> {
    const { library } = this.#parts;
    const wanted: WantedName[] = [];
    for (const [index, { key, lengthMs }] of (await library.queue.copiesIn(folder.id)).entries()) {
      if (index % NAMED_AT_ONCE === 0) await setImmediate(); // main has other things to do
      if (library.row(key)) wanted.push({ key, name: library.wantedName(key, lengthMs) });
    }
    return wanted;
  }

  #roots(): ReadonlySet<string> {
    return new Set(this.#parts.folders.all().map((watch) => watch.folder.path));
  }
}

const stands = (file: string): Promise<boolean> =>
  fs.lstat(file).then(
    () => true,
    () => false,
  );

/** Removes a folder and those above it while nothing is left in them; never one that was chosen. */
async function removeEmpty(folder: string, roots: ReadonlySet<string>): Promise<void> {
  if (roots.has(folder) || path.dirname(folder) === folder) return;
  const isGone = await fs.rmdir(folder).then(
    () => true,
    () => false,
  );
  if (isGone) await removeEmpty(path.dirname(folder), roots);
}
