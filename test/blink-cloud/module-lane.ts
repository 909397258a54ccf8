// One sync module's commands: it does a single thing at a time and refuses whatever comes meanwhile (protocol §4.7).
import type { CloudClock } from './clock.ts';
import type { Clip } from './drive.ts';
import type { FaultKind } from './faults.ts';

export interface Command {
  readonly id: number;
  readonly networkId: number;
  readonly kind: 'manifest' | 'post' | 'delete';
  /** The clip that is uploaded or deleted. */
  readonly clip: Clip | undefined;
  /** What strikes it. */
  readonly fault: WorkFault | undefined;
  /** How long the module takes, ms of the clock. */
  readonly takesMs: number;
  state: 'running' | 'done' | 'failed';
}

export interface Work {
  readonly kind: Command['kind'];
  readonly clip?: Clip | undefined;
  /** How long the module takes, ms, before the clock's speed. */
  readonly takesMs: number;
  /** Whether the module can do it. */
  readonly possible: boolean;
  /** Asked once, when the module begins: it may be a draw, which counts. */
  readonly fault: () => WorkFault | undefined;
  /** What it brings about, at the moment it is done; Unix ms. */
  readonly done: (atMs: number) => void;
}

/** The module fails at what it could do, or takes far longer than it usually does (protocol §4.3: two minutes at most). */
type WorkFault = Extract<FaultKind, 'fail' | 'late'>;
const lateMs = 100_000;
const firstCommandId = 901_234_567;

export class ModuleLane {
  readonly #clock: CloudClock;
  readonly #networkId: number;
  readonly #nextCommandId: () => number;
  readonly #commands = new Map<number, Command>();
  #running: {
    readonly command: Command;
    readonly done: Work['done'];
    readonly fails: boolean;
    readonly endsAtMs: number;
  } | null = null;
  #busyUntilMs = 0;
  #offlineUntilMs = 0;

  constructor(clock: CloudClock, networkId: number, nextCommandId: () => number) {
    this.#clock = clock;
    this.#networkId = networkId;
    this.#nextCommandId = nextCommandId;
  }

  get online(): boolean {
    return this.#clock.now() >= this.#offlineUntilMs;
  }

  /** Undefined: the module does something else. An offline one answers nothing, so its command stays open. */
  start(work: Work): Command | undefined {
    this.settle();
    if (this.#running || this.#clock.now() < this.#busyUntilMs) return undefined;
    const id = this.#nextCommandId();
    const { kind, clip, possible } = work;
    const fault = work.fault();
    const takesMs = this.#clock.span(fault === 'late' ? lateMs : work.takesMs);
    const command: Command = { id, networkId: this.#networkId, kind, clip, fault, takesMs, state: 'running' };
    this.#commands.set(id, command);
    const fails = !possible || fault === 'fail' || !this.online;
    const endsAtMs = this.online ? this.#clock.now() + takesMs : this.#offlineUntilMs;
    this.#running = { command, done: work.done, fails, endsAtMs };
    return command;
  }

  command(id: number): Command | undefined {
    this.settle();
    return this.#commands.get(id);
  }

  /** Somebody else's work: the phone, a live view, a recording being written. */
  beBusy(ms: number): void {
    this.#busyUntilMs = this.#clock.now() + this.#clock.span(ms);
  }

  /** Loses the module for a while; what it was doing comes to nothing. */
  goOffline(ms: number): void {
    this.settle();
    this.#offlineUntilMs = this.#clock.now() + this.#clock.span(ms);
    if (this.#running) this.#running = { ...this.#running, fails: true, endsAtMs: this.#offlineUntilMs };
  }

  /** Lets the running command end if its time has come. */
  settle(): void {
    const running = this.#running;
    if (!running || this.#clock.now() < running.endsAtMs) return;
    this.#running = null;
    running.command.state = running.fails ? 'failed' : 'done';
    if (!running.fails) running.done(running.endsAtMs);
  }
}

/** Command ids, in one row for the whole cloud. */
export function commandIds(): () => number {
  let next = firstCommandId;
  return () => next++;
}
