// Takes clips from a carried drive, or any folder, at the speed of the disk: none of them is asked of its module.
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import {
  ClipFlag,
  type ClipKey,
  type Import,
  type ImportReport,
  type LeftFile,
  type Problem,
  type Result,
} from '../../../preload/contract.ts';
import type { Clock } from '../../clock.ts';
import { type Library, noPair } from '../../library/index.ts';
import type { Log } from '../../log.ts';
import { problem, succeeded } from '../../problem.ts';
import { codeOf } from '../../system-error.ts';
import { type ChosenFolder, freeBytesIn, partialsOf } from '../folder/folder.ts';
import type { Folders } from '../folder/folders.ts';
import { type StrayPath, strayFiles } from '../folder/stray-files.ts';
import { keep } from '../receiving/keep.ts';
import { receive } from '../receiving/receive.ts';
import { bySize, KnownClips } from './known-clips.ts';
import { type FileMatch, type MatchedFile, matchFile, onePerClip } from './match-files.ts';

export interface ImportingParts {
  readonly library: Library;
  readonly folders: Folders;
  /** Bytes that stay free on the volume, or 5 % of it where that is less. */
  readonly reserveBytes: number;
  readonly clock: Clock;
  readonly log: Log;
  /** Keeps the clip from being fetched meanwhile. */
  readonly takeIn: (
    key: ClipKey,
    folderId: string,
    take: () => Promise<number | null>,
  ) => Promise<number | null | 'on-its-way'>;
  /** Clips that were held may be fetched again. */
  readonly onOver: () => void;
  readonly onChange: () => void;
}

const LISTED = 500;
const nothing: ImportReport = { imported: 0, guessed: 0, had: 0, left: 0, leftFiles: [], guessedFiles: [] };

export class Importing {
  readonly #parts: ImportingParts;
  #stopping = new AbortController();
  #state: Import | null = null;
  #report = nothing;
  #running: Promise<void> | null = null;

  constructor(parts: ImportingParts) {
    this.#parts = parts;
  }

  get state(): Import | null {
    return this.#state;
  }

  /** Answers when it has begun; one at a time. As owner of the profile only. */
  async begin(source: string): Promise<Result<null>> {
    const { folders, clock, log, onChange, onOver } = this.#parts;
    const watch = folders.chosen;
    const folder = await watch?.usable();
    if (!folder) return { ok: false, problem: watch?.problem ?? problem('folder-missing') };
    await this.stop();
    this.#stopping = new AbortController();
    this.#report = nothing;
    this.#show({ kind: 'looking', source, looked: 0, files: 0 });
    this.#running = clock
      .busy(this.#import(path.resolve(source), folder))
      .catch((error: unknown) => {
        if (codeOf(error) === '') log.error('the import failed', error);
        return problem('source-unreadable', { subject: source, details: String(error) });
      })
      .then((found) => {
        this.#running = null;
        const stopped = this.#stopping.signal.aborted;
        this.#show({ kind: 'ended', source, stopped, problem: found, report: this.#report });
        onOver();
        onChange();
      });
    return succeeded(null);
  }

  /** What was imported by then stays; resolves when nothing is copied any more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Resolves when it has ended. */
  async over(): Promise<void> {
    await this.#running;
  }

  async #import(source: string, folder: ChosenFolder): Promise<Problem | null> {
    const matches = await this.#look(source);
    const there = new Set((await this.#parts.library.queue.copiesIn(folder.id)).map(({ key }) => key));
    const wanted: MatchedFile[] = [];
    for (const match of matches) {
      if ('left' in match) this.#leave(match.stray.path, match.left);
      else if (there.has(match.key)) this.#report = { ...this.#report, had: this.#report.had + 1 };
      else if (this.#wasRemoved(match.key)) this.#leave(match.stray.path, 'removed');
      else wanted.push(match);
    }
    return this.#stopping.signal.aborted ? null : this.#copy(source, wanted, folder);
  }

  async #look(source: string): Promise<readonly FileMatch[]> {
    const { signal } = this.#stopping;
    const files = await strayFiles(source, signal, (file) => this.#leave(file, 'unreadable'));
    const known = await KnownClips.of(this.#parts.library);
    const copies = bySize(await this.#copiesEverywhere());
    const matches: FileMatch[] = [];
    for (const [looked, stray] of files.entries()) {
      if (signal.aborted) return [];
      this.#show({ kind: 'looking', source, looked, files: files.length });
      matches.push(await matchFile(stray, known, copies).catch((error) => unreadable(error, stray)));
    }
    return onePerClip(matches);
  }

  #wasRemoved(key: ClipKey): boolean {
    return ((this.#parts.library.row(key)?.flags ?? 0) & ClipFlag.removedByYou) !== 0;
  }

  /** Of the account that is shown: in every folder, and those that were only played. */
  async #copiesEverywhere() {
    const { library, folders } = this.#parts;
    const saved = await Promise.all(folders.all().map((watch) => library.queue.copiesIn(watch.folder.id)));
    const isOurs = ({ key }: { readonly key: ClipKey }) => library.row(key) !== null;
    return [...saved.flat(), ...(await library.cache.load())].filter(isOurs);
  }

  async #copy(source: string, wanted: readonly MatchedFile[], folder: ChosenFolder): Promise<Problem | null> {
    const totalBytes = wanted.reduce((sum, { stray }) => sum + stray.bytes, 0);
    const tooLittle = await this.#roomFor(totalBytes, folder);
    if (tooLittle) return tooLittle;
    let bytes = 0;
    for (const [done, match] of wanted.entries()) {
      if (this.#stopping.signal.aborted) return null;
      this.#show({ kind: 'copying', source, done, total: wanted.length, bytes, totalBytes });
      const refusal = await this.#takeOne(match, folder);
      if (refusal) return refusal;
      bytes += match.stray.bytes;
    }
    return null;
  }

  async #roomFor(bytes: number, folder: ChosenFolder): Promise<Problem | null> {
    const free = await freeBytesIn(folder.path, this.#parts.reserveBytes);
    return free !== null && free < bytes
      ? problem('disk-full', { subject: folder.path, details: `${bytes} bytes, ${free} free` })
      : null;
  }

  async #takeOne(match: MatchedFile, folder: ChosenFolder): Promise<Problem | null> {
    const { library, takeIn, clock } = this.#parts;
    const { stray, key, proof } = match;
    const row = library.row(key);
    if (!row) return null;
    let refusal: Problem | null = null;
    const take = async (): Promise<number | null> => {
      const partial = path.join(partialsOf(folder), `${key}-${randomUUID()}.part`);
      // Node types its streams of the web apart from those of the web itself; they are the same.
      const body = Readable.toWeb(createReadStream(stray.file)) as unknown as ReadableStream<Uint8Array>;
      const receipt = await receive({ body, length: stray.bytes }, partial, row.recordedAtMs, clock);
      if (receipt.kind === 'bad') {
        const isVideo = receipt.problem.kind !== 'clip-not-video';
        if (isVideo) await stillThere(stray);
        this.#leave(stray.path, isVideo ? 'unreadable' : 'not-video');
      }
      if (receipt.kind === 'refused') refusal = { ...receipt.problem, subject: folder.path };
      if (receipt.kind !== 'arrived') return null;
      const name = library.wantedName(key, receipt.arrival.mp4.lengthMs);
      refusal = await keep(receipt.arrival, { key, pair: noPair, proof, name }, folder, library.queue, clock);
      return refusal ? null : receipt.arrival.bytes;
    };
    const taken = await takeIn(key, folder.id, take);
    if (taken === 'on-its-way') this.#leave(stray.path, 'on-its-way');
    else if (taken !== null) await this.#took(match, folder);
    return refusal;
  }

  async #took({ key, proof }: MatchedFile, folder: ChosenFolder): Promise<void> {
    const { imported, guessed, guessedFiles } = this.#report;
    this.#report = { ...this.#report, imported: imported + 1 };
    if (proof !== 'guess') return;
    const copy = await this.#parts.library.queue.copyOf(key, folder.id);
    const listed = copy && guessedFiles.length < LISTED ? [...guessedFiles, copy.path] : guessedFiles;
    this.#report = { ...this.#report, guessed: guessed + 1, guessedFiles: listed };
  }

  #leave(file: string, reason: LeftFile['reason']): void {
    const { left, leftFiles } = this.#report;
    const listed = leftFiles.length < LISTED ? [...leftFiles, { path: file, reason }] : leftFiles;
    this.#report = { ...this.#report, left: left + 1, leftFiles: listed };
  }

  #show(state: Import): void {
    this.#state = state;
    this.#parts.onChange();
  }
}

/** A drive that fails at one file may have others to give; one that is pulled out has none, and this throws. */
async function unreadable(error: unknown, stray: StrayPath): Promise<FileMatch> {
  if (codeOf(error) === '') throw error; // not the disk: a bug
  await stillThere(stray);
  return { stray, left: 'unreadable' };
}

/** Where a drive was mounted an empty folder may stand, so it is the file's own folder that is asked for. */
const stillThere = ({ file }: StrayPath): Promise<void> => access(path.dirname(file));
