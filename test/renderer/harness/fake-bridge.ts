// Stands in for main: holds a state and clips, remembers what was asked, and throws on what a story does not model.
import {
  type AppState,
  type Bridge,
  type ClipColumns,
  type Clips,
  type CommandName,
  type Commands,
  type CommandValue,
  commandNames,
  type EventName,
  type Events,
  type Result,
} from '../../../preload/contract.ts';

type Answers = {
  readonly [Name in CommandName]?: (
    ...input: Parameters<Commands[Name]>
  ) => Result<CommandValue<Name>> | Promise<Result<CommandValue<Name>>>;
};

interface Call {
  readonly name: CommandName;
  readonly input: unknown;
}

export const done = { ok: true, value: null } as const;

export class FakeBridge {
  readonly bridge: Bridge;
  /** What was asked, without the snapshots that every window asks for. */
  readonly calls: Call[] = [];
  state: AppState;
  #seq = 1;
  #clips: Clips;
  readonly #listeners = new Map<EventName, Set<(value: never) => void>>();

  constructor(state: AppState, clips: Clips, answers: Answers = {}) {
    this.state = state;
    this.#clips = clips;
    const snapshots: Answers = {
      getState: () => ({ ok: true, value: { seq: this.#seq, state: this.state } }),
      getClips: () => ({ ok: true, value: structuredClone(this.#clips) }),
    };
    const all: Answers = { ...snapshots, ...answers };
    const commands = commandNames.map((name) => [
      name,
      async (input: never) => {
        if (!(name in snapshots)) this.calls.push({ name, input });
        const answer = all[name] as ((input: never) => unknown) | undefined; // each is called with its own input
        if (!answer) throw new Error(`this story does not model ${name}`);
        return answer(input);
      },
    ]);
    // Every command of the contract is there, because the names come from it.
    this.bridge = { ...Object.fromEntries(commands), on: this.#on } as unknown as Bridge;
  }

  /** Commands that were asked under this name. */
  asked(name: CommandName): readonly unknown[] {
    return this.calls.filter((call) => call.name === name).map((call) => call.input);
  }

  changeState(changes: Partial<AppState>): void {
    this.state = { ...this.state, ...changes };
    this.tell('statePatch', { seq: ++this.#seq, changes });
  }

  /** A patch that never arrives: the next one shows a gap. */
  loseStatePatch(changes: Partial<AppState>): void {
    this.state = { ...this.state, ...changes };
    this.#seq++;
  }

  changeClips(rows: ClipColumns): void {
    const revision = this.#clips.revision + 1;
    this.#clips = { ...this.#clips, revision };
    this.tell('clipsPatch', { revision, rows, cameras: null });
  }

  replaceClips(clips: Clips): void {
    this.#clips = clips;
    this.tell('clipsReset', null);
  }

  tell<Name extends EventName>(name: Name, value: Events[Name]): void {
    for (const listener of this.#listeners.get(name) ?? []) (listener as (value: Events[Name]) => void)(value); // stored under its own name
  }

  /** How many listeners are still subscribed. */
  get listening(): number {
    return [...this.#listeners.values()].reduce((sum, each) => sum + each.size, 0);
  }

  readonly #on = (name: EventName, listener: (value: never) => void) => {
    const all = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, all.add(listener));
    return () => void all.delete(listener);
  };
}
