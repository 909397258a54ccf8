// The signed-in account's home: its systems, modules and drives, looked at when asked, kept for when they cannot be.
import type { ModuleId, Problem, Result, SyncModule, System } from '../preload/contract.ts';
import type { BlinkCloud, CameraFacts, ModuleFacts, NetworkFacts, Urgency } from './blink/index.ts';
import type { Clock } from './clock.ts';
import { Drives, type Library } from './library/index.ts';
import { problem, succeeded } from './problem.ts';
import type { Saving } from './saving/index.ts';

export interface HomeParts {
  readonly cloud: BlinkCloud;
  readonly library: Library;
  readonly saving: Saving;
  readonly clock: Clock;
  /** The app ends. */
  readonly signal: AbortSignal;
  /** A check has ended; answers when the next one is, Unix ms. */
  readonly onChecked: (outcome: Result<null>) => number;
  /** A drive can be read again. */
  readonly onDriveBack: () => void;
  readonly onChange: () => void;
}

interface Facts {
  readonly networks: readonly NetworkFacts[];
  readonly modules: readonly ModuleFacts[];
  readonly cameras: readonly CameraFacts[];
}

const nothing: Facts = { networks: [], modules: [], cameras: [] };

export class Home {
  readonly #parts: HomeParts;
  readonly #listedAtMs = new Map<ModuleId, number>();
  readonly #drives: Drives;
  readonly #problems = new Map<ModuleId, Problem>();
  #leaving = new AbortController();
  #facts: Facts = nothing;
  #checking: Promise<Result<null>> | null = null;
  #looking: Promise<Result<null>> | null = null;
  #problem: Problem | null = null;

  constructor(parts: HomeParts) {
    this.#parts = parts;
    this.#drives = new Drives(parts);
    parts.signal.addEventListener('abort', () => this.#leaving.abort(), { once: true });
  }

  get checking(): boolean {
    return this.#checking !== null;
  }

  /** Why the last check found nothing out; of one module only: see its `problem`. */
  get problem(): Problem | null {
    return this.#problem;
  }

  /** Ends a check that is under way: what it finds belongs to the account that the library still shows. */
  async leave(): Promise<void> {
    this.#leaving.abort();
    await Promise.all([this.#checking, this.#looking]);
    if (!this.#parts.signal.aborted) this.#leaving = new AbortController();
  }

  /** The account's cameras and modules as last seen, before anything is asked of the network. */
  async open(): Promise<void> {
    const { networks, modules, cameras, listedAtMs } = await this.#parts.library.systems();
    this.#facts = { networks, modules, cameras };
    this.#problem = null;
    for (const known of [this.#listedAtMs, this.#drives, this.#problems]) known.clear();
    for (const [moduleId, atMs] of listedAtMs) this.#listedAtMs.set(moduleId, atMs);
    this.#parts.saving.useModules(this.#addresses());
    this.#parts.onChange();
  }

  /** Reads the homescreen, then the lists of all modules that can be read; one check at a time for all who ask. */
  check(urgency: Urgency): Promise<Result<null>> {
    this.#checking ??= this.#check(urgency).finally(() => {
      this.#checking = null;
      this.#parts.onChange();
    });
    this.#parts.onChange();
    return this.#checking;
  }

  /** Asks only how the drives are; a check that is under way finds it out, too. */
  lookAtDrives(): Promise<Result<null>> {
    if (this.#checking) return this.#checking;
    this.#looking ??= this.#lookAtDrives().finally(() => {
      this.#looking = null;
      this.#parts.onChange();
    });
    return this.#looking;
  }

  cameraPicturePath(cameraId: number): string | null {
    return this.#facts.cameras.find((camera) => camera.id === cameraId)?.picturePath ?? null;
  }

  systems(): readonly System[] {
    return this.#facts.networks.map((network) => ({
      id: network.id,
      name: network.name,
      timeZone: network.timeZone,
      modules: this.#facts.modules
        .filter((module) => module.networkId === network.id)
        .map((module) => this.#shown(module)),
      cameras: this.#facts.cameras
        .filter((camera) => camera.networkId === network.id)
        .map(({ id, name, networkId, type }) => ({ id, name, networkId, type })),
    }));
  }

  async #check(urgency: Urgency): Promise<Result<null>> {
    const { cloud, library, saving, clock } = this.#parts;
    const homescreen = await cloud.homescreen(urgency, this.#leaving.signal);
    if (!homescreen.ok) return this.#ended(homescreen.problem);
    this.#facts = homescreen.value;
    await clock.busy(library.putSystems(this.#facts.networks, this.#facts.modules, this.#facts.cameras));
    saving.useModules(this.#addresses());
    await saving.accountHas(this.#addresses());
    this.#parts.onChange();
    const found = await Promise.all(this.#facts.modules.map((module) => this.#checkModule(module, urgency)));
    return this.#ended(found.find((cause) => cause && wholeAccount.has(cause.kind)) ?? null);
  }

  #ended(cause: Problem | null): Result<null> {
    const outcome: Result<null> = cause ? { ok: false, problem: cause } : succeeded(null);
    const nextTryAtMs = this.#parts.onChecked(outcome);
    this.#problem = cause && { nextTryAtMs, ...cause };
    return outcome;
  }

  async #checkModule(module: ModuleFacts, urgency: Urgency): Promise<Problem | null> {
    const { saving, clock } = this.#parts;
    await this.#drives.read(module, urgency, this.#leaving.signal);
    const closed = this.#drives.closed(module);
    const listed = closed ? null : await saving.list(module.id, urgency);
    if (listed?.ok) this.#listedAtMs.set(module.id, clock.now());
    const cause = closed ?? (listed && !listed.ok ? listed.problem : null) ?? this.#elsewhere(module, listed);
    if (cause) this.#problems.set(module.id, { subject: module.name, ...cause });
    else this.#problems.delete(module.id);
    this.#drives.foresee(module.id);
    this.#parts.onChange();
    return cause;
  }

  async #lookAtDrives(): Promise<Result<null>> {
    const looked = await Promise.all(this.#facts.modules.map((module) => this.#lookAtDrive(module)));
    return looked.find(({ ok }) => !ok) ?? succeeded(null);
  }

  async #lookAtDrive(module: ModuleFacts): Promise<Result<null>> {
    const wasClosed = this.#drives.closed(module) !== null;
    const read = await this.#drives.read(module, 'bulk', this.#leaving.signal);
    const closed = this.#drives.closed(module);
    if (closed) this.#problems.set(module.id, { subject: module.name, ...closed });
    else if (wasClosed) {
      this.#problems.delete(module.id);
      this.#parts.onDriveBack();
    }
    return read;
  }

  /** Protocol §3: an empty drive of a module whose local storage is off means a subscription keeps the clips. */
  #elsewhere(module: ModuleFacts, listed: Awaited<ReturnType<Saving['list']>> | null): Problem | null {
    const empty = listed?.ok && listed.value.rows === 0;
    return empty && module.localStorageEnabled === false ? problem('clips-elsewhere') : null;
  }

  #shown(module: ModuleFacts): SyncModule {
    const { id, networkId, name, online, localStorageEnabled } = module;
    return {
      id,
      networkId,
      name,
      online,
      ...this.#drives.of(module),
      localStorageEnabled,
      listedAtMs: this.#listedAtMs.get(id) ?? null,
      problem: this.#problems.get(id) ?? null,
    };
  }

  #addresses() {
    return this.#facts.modules.map((module) => ({ networkId: module.networkId, moduleId: module.id }));
  }
}

/** Problems that are not a module's own. */
const wholeAccount: ReadonlySet<Problem['kind']> = new Set([
  'signed-out',
  'not-signed-in',
  'too-many-requests',
  'blink-unavailable',
  'offline',
  'update-required',
  'sign-in-refused',
  'keychain-locked',
]);
