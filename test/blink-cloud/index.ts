// The simulated Blink cloud: follows docs/blink-protocol.md to the letter, on any clock, without sockets.
import { Authorizations } from './authorizations.ts';
import { openClipFiles } from './clip-file.ts';
import type { CloudState } from './cloud-state.ts';
import { type Control, controlCloud } from './control.ts';
import { exchange } from './exchange.ts';
import { Faults, parseFaults } from './faults.ts';
import { furnishHome } from './home.ts';
import { commandIds } from './module-lane.ts';
import { type CloudEffects, type CloudOptions, defaultOptions, type LogEntry } from './options.ts';
import { Recorder } from './recorder.ts';
import { tokenLine } from './token-line.ts';
import { type TokenPair, Tokens } from './tokens.ts';
import { Truth, type TruthRow } from './truth.ts';

export type { CloudClock } from './clock.ts';
export type { Control } from './control.ts';
export type { CloudEffects, CloudOptions, LogEntry } from './options.ts';
export { seededRandom } from './random.ts';
export type { TruthRow } from './truth.ts';

export interface BlinkCloud {
  /** Answers as the cloud would; rejects as Node's fetch does where there is no connection. Bodies are paced by the clock. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** The one address that stands for all three hosts; their own addresses are served too, each with what is its. */
  readonly url: string;
  readonly accountId: number;
  readonly networks: readonly { readonly id: number; readonly modules: readonly number[] }[];
  /** The tokens given out last. */
  readonly tokens: TokenPair;
  /** The same as a saved line (protocol §1.1). */
  readonly tokenLine: string;
  /** One row per clip that any drive held, from its recording on. */
  truth(): readonly TruthRow[];
  /** Every request whose answer is over. */
  readonly log: readonly LogEntry[];
  /** Does something to the cloud; answers what came of it, or fails with the reason in words. */
  control(command: Control): unknown;
  /** Lets cameras record what is due; answers when the next recording is (Unix ms), null: never by itself. */
  advance(): number | null;
}

/** @throws where `faults` cannot be read. */
export function createBlinkCloud({
  clock,
  random,
  onRequest,
  onTruth,
  ...chosen
}: CloudEffects & Partial<CloudOptions>): BlinkCloud {
  const options: CloudOptions = { ...defaultOptions, ...chosen };
  const rules = parseFaults(options.faults);
  if (typeof rules === 'string') throw new Error(rules);

  const files = openClipFiles();
  const home = furnishHome(options, clock, random, files, commandIds());
  const truth = new Truth(home, onTruth);
  const recorder = new Recorder(options, clock, random, home, truth);
  const log: LogEntry[] = [];
  const state: CloudState = {
    options,
    clock,
    random,
    files,
    home,
    tokens: new Tokens(clock, random, options.tokenTtl, options.rotation),
    authorizations: new Authorizations(clock, random),
    signIn: { pages: options.signIn },
    faults: new Faults(rules, random),
    copies: new Map(),
    manifests: new Map(),
    offline: { untilMs: 0 },
    gone: (clips, atMs) => truth.gone(clips, atMs),
    note(entry) {
      log.push(entry);
      onRequest?.(entry);
    },
  };

  /** Whatever was due before is done before anything new happens. */
  function advance(): number | null {
    for (const module of home.modules) module.lane.settle();
    return recorder.advance();
  }

  return {
    url: options.url,
    accountId: home.accountId,
    networks: [{ id: home.network.id, modules: home.modules.map(({ id }) => id) }],
    log,
    get tokens() {
      return state.tokens.latest;
    },
    get tokenLine() {
      return tokenLine(state);
    },
    truth() {
      advance();
      return truth.rows();
    },
    fetch: (input, init) => exchange(state, advance, input, init),
    control(command) {
      advance();
      return controlCloud(state, recorder, command);
    },
    advance,
  };
}
