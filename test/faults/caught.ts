// What a kill catches: the state of the clip that is furthest on its way, as index and folder show it from outside.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * As a clip goes on its way. `received`: all its bytes are there; `linked`: it has its name, and the index has not yet
 * heard of it; `confirming`: all are saved, and no list has confirmed them yet.
 */
export const savingStates = [
  'nothing yet',
  'waiting',
  'requested',
  'arriving',
  'received',
  'sealed',
  'linked',
  'confirming',
  'all over',
] as const;
export const renamingStates = ['not planned', 'planned', 'two names', 'all over'] as const;
export const deletingStates = ['nothing asked', 'intended', 'asked'] as const;

/** A profile's index beside its owner, or after its death; `folder` holds its clips. */
export class Index {
  readonly #file: string;
  readonly #folder: string;
  #database: DatabaseSync | null = null;

  constructor(profile: string, folder: string) {
    this.#file = join(profile, 'index.sqlite');
    this.#folder = folder;
  }

  /** Clips whose files are good, as far as it knows. */
  saved(): number {
    return this.#count(`from copies where state in ('provisional', 'confirmed')`);
  }

  renamesLeft(): number {
    return this.#count('from renames');
  }

  openJobs(): number {
    return this.#count(`from jobs where state = 'open'`);
  }

  saving(): (typeof savingStates)[number] {
    if (!this.#isMade) return 'nothing yet';
    const [sealed] = this.rows<{ path: string }>(`path from copies where state = 'sealed'`);
    if (sealed) return existsSync(join(this.#folder, sealed.path)) ? 'linked' : 'sealed';
    const partials = this.#partials();
    if (partials.some(({ key, kib }) => this.#has(`from clips where key = ${key} and size <= ${kib}`)))
      return 'received';
    if (partials.length > 0) return 'arriving';
    if (this.#has('from items where manifest_id is not null and problem is null')) return 'requested';
    if (this.#has('from items where problem is null')) return 'waiting';
    if (!this.#has('from jobs')) return 'nothing yet';
    return this.openJobs() > 0 ? 'confirming' : 'all over';
  }

  renaming(): (typeof renamingStates)[number] {
    if (!this.#has('from renames'))
      return this.#has(`from journal where event = 'renamed'`) ? 'all over' : 'not planned';
    return this.#has('from renames where left_at is not null') ? 'two names' : 'planned';
  }

  deleting(): (typeof deletingStates)[number] {
    if (this.#has('from deletions where answer is null')) return 'intended';
    return this.#has('from deletions where outcome is null') ? 'asked' : 'nothing asked';
  }

  /** What `select` answers. */
  rows<Row>(select: string): readonly Row[] {
    if (!this.#isMade) return [];
    return this.#open().prepare(`select ${select}`).all() as unknown as readonly Row[]; // the query says what they are
  }

  close(): void {
    this.#database?.close();
    this.#database = null;
  }

  get #isMade(): boolean {
    if (!this.#database && !existsSync(this.#file)) return false;
    const made = this.#open().prepare(`select count(*) as tables from sqlite_schema where name = 'renames'`).get();
    return Number(made?.tables) > 0;
  }

  #open(): DatabaseSync {
    this.#database ??= new DatabaseSync(this.#file, { readOnly: true, timeout: 1000 });
    return this.#database;
  }

  #has(from: string): boolean {
    return this.rows(`1 ${from} limit 1`).length > 0;
  }

  #count(from: string): number {
    return this.rows<{ rows: number }>(`count(*) as rows ${from}`)[0]?.rows ?? 0;
  }

  /** Unfinished files: whose they are, and how much of them is there. */
  #partials(): readonly { readonly key: number; readonly kib: number }[] {
    const folder = join(this.#folder, '.cliptray-partial');
    if (!existsSync(folder)) return [];
    return readdirSync(folder).flatMap((name) => {
      const found = statSync(join(folder, name), { throwIfNoEntry: false });
      return found ? [{ key: Number.parseInt(name, 10) || 0, kib: Math.ceil(found.size / 1024) }] : [];
    });
  }
}
