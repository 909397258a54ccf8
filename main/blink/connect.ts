// Puts the parts together: one account's session and its access to the cloud.

import type { ModuleId, Pace } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import type { SecretStore } from '../keychain/index.ts';
import type { Log } from '../log.ts';
import { problem, succeeded } from '../problem.ts';
import { RequestBudget } from './budget.ts';
import { readCameraPicture } from './camera-picture.ts';
import { fetchClip } from './clip.ts';
import { commandState, endCommand } from './commands.ts';
import type { Fetch } from './exchange.ts';
import { readHomescreen } from './homescreen.ts';
import { hostsOf } from './hosts.ts';
import { Http } from './http.ts';
import type { BlinkCloud, BudgetStore } from './index.ts';
import { readListing } from './listing.ts';
import { readDriveStatus, requestDeletion, requestUpload } from './local-storage.ts';
import { Rest } from './rest.ts';
import { Session } from './session.ts';

export interface BlinkRoles {
  readonly fetch: Fetch;
  readonly secrets: SecretStore;
  readonly clock: Clock;
  /** Evenly distributed over [0, 1): spreads the pauses after busy answers. */
  readonly random: () => number;
  readonly budgetStore: BudgetStore;
  /** Asked before each request: it may change at any time. */
  readonly pace: () => Pace;
  /** One loopback address that stands for all three hosts; null: Blink's own. */
  readonly baseUrl: string | null;
  /** The app's, for the User-Agent. */
  readonly version: string;
  readonly log: Log;
  /** Who is about to be signed in: no request is made for that account before it resolves. */
  readonly onAccount?: (accountId: number) => Promise<void>;
}

export interface Blink {
  readonly cloud: BlinkCloud;
  /** `session.open()` starts it: nothing is read and nothing is sent before. */
  readonly session: Session;
  /** Ends what runs on its own; waits for tokens and request times to be stored. */
  close(): Promise<void>;
}

/** @throws RangeError where `baseUrl` is not on this computer */
export function connectBlink(roles: BlinkRoles): Blink {
  const { clock, log, pace, random } = roles;
  const budget = new RequestBudget({ clock, store: roles.budgetStore, pace });
  const hosts = hostsOf(roles.baseUrl);
  const http = new Http({ ...roles, budget, hosts });
  const session = new Session({ ...roles, http, hosts });
  const rest = new Rest({ http, session, clock });
  const parts = { rest, log, clock, pace, random };
  const closing = new AbortController();
  const withoutDriveStatus = new Set<ModuleId>();

  const cloud: BlinkCloud = {
    homescreen: (urgency, signal) => unlessGivenUp(readHomescreen(parts, urgency, signal), noAnswer, signal),
    async driveStatus(module, urgency, signal) {
      if (withoutDriveStatus.has(module.moduleId)) return succeeded(null);
      const status = await unlessGivenUp(readDriveStatus(parts, module, urgency, signal), noAnswer, signal);
      if (status.ok && !status.value) withoutDriveStatus.add(module.moduleId);
      return status;
    },
    readManifest: (module, urgency, signal, onBusy) =>
      unlessGivenUp(readListing(parts, module, urgency, signal, onBusy), noAnswer, signal),
    requestUpload: (module, pair, urgency, signal) =>
      unlessGivenUp(requestUpload(parts, module, pair, urgency, signal), { kind: 'lost', problem: givenUp }, signal),
    requestDeletion: (module, pair, urgency, signal) =>
      unlessGivenUp(requestDeletion(parts, module, pair, urgency, signal), { kind: 'lost', problem: givenUp }, signal),
    commandState: (module, commandId, urgency, signal) =>
      unlessGivenUp(
        commandState(parts, module, commandId, urgency, signal),
        { kind: 'unknown', problem: givenUp },
        signal,
      ),
    endCommand: (module, commandId, urgency) =>
      unlessGivenUp(endCommand(parts, module, commandId, urgency, closing.signal), undefined, closing.signal),
    fetchClip: (module, pair, urgency, signal) =>
      unlessGivenUp(fetchClip(parts, module, pair, urgency, signal), { kind: 'problem', problem: givenUp }, signal),
    cameraPicture: (path, signal) => unlessGivenUp(readCameraPicture(rest, path, signal), noAnswer, signal),
  };
  return {
    cloud,
    session,
    async close() {
      closing.abort();
      await session.close();
      await budget.close();
    },
  };
}

const givenUp = problem('offline', { details: 'given up' });
const noAnswer = { ok: false, problem: givenUp } as const;

/** `instead` where the caller's own signal ended the work: whoever gave up gets a value too. */
async function unlessGivenUp<Value>(work: Promise<Value>, instead: Value, signal?: AbortSignal): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (signal?.aborted) return instead;
    throw error;
  }
}
