// Secrets in the system's own keychain, through keytar, which can hang, mislead about locked keyrings and fail to load.
import type { Clock } from '../clock.ts';
import { inTurn } from '../in-turn.ts';
import type { SecretName, SecretRead, SecretStore, SecretWrite } from './index.ts';
import { keyringLocked } from './keyring-locked.ts';
import { secretService } from './secret-service.ts';

/** The part of keytar that is used. Never `findCredentials`: a locked keyring makes it crash the whole process. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

export interface Keychain {
  /** As `keychainService` makes it. */
  readonly service: string;
  readonly clock: Clock;
  /** Loads keytar; may reject, as it does where libsecret is missing. */
  readonly load?: () => Promise<Keytar>;
  /** Asked when keytar finds nothing. */
  readonly isLocked?: (signal: AbortSignal) => Promise<boolean>;
}

/** A prompt may stand on the screen for minutes. Real time at any speed: keychains are not simulated. */
const limitMs = 5_000;
const locked = { kind: 'locked' } as const;

/**
 * One call at a time: each holds one of libuv's four threads, and four that hang stop all file access.
 * A call over 5 s answers `locked`, as do all further ones until it ends; what it found late is given to the next `get`.
 */
export function keychainSecrets({
  service,
  clock,
  load = loadKeytar,
  isLocked = systemIsLocked,
}: Keychain): SecretStore {
  const next = inTurn();
  const foundLate = new Map<SecretName, SecretRead>();
  let hanging = false;

  /** `locked` where the keychain does not answer in time; then `late` gets the answer when it comes. */
  const ask = <Answer>(call: () => Promise<Answer>, late: (answer: Answer) => void = () => {}) =>
    next(async (): Promise<Answer | typeof locked> => {
      if (hanging) return locked;
      const answer = clock.busy(call());
      const inTime = await within(answer);
      if (inTime) return inTime.answer;
      hanging = true;
      const over = () => {
        hanging = false;
      };
      answer.then(late).then(over, over);
      return locked;
    });

  async function within<Answer>(answer: Promise<Answer>): Promise<{ readonly answer: Answer } | null> {
    const timer = new AbortController();
    const limit = clock.sleep(limitMs, timer.signal).then(
      () => null,
      () => null,
    );
    try {
      return await Promise.race([answer.then((value) => ({ answer: value })), limit]);
    } finally {
      timer.abort();
    }
  }

  /** keytar says the same of a locked keyring and of a missing entry. */
  async function lockedOr<Otherwise>(otherwise: Otherwise) {
    const question = new AbortController();
    try {
      const answer = await within(isLocked(question.signal));
      return answer === null || answer.answer ? locked : otherwise;
    } finally {
      question.abort();
    }
  }

  async function asked<Outcome>(work: (keytar: Keytar) => Promise<Outcome>) {
    try {
      return await work(await load()).catch((error: unknown) => {
        if (!replaced(error)) throw error;
        return work(secretService);
      });
    } catch (error) {
      return refusal(error);
    }
  }

  const write = (work: (keytar: Keytar) => Promise<SecretWrite>) => ask(() => asked(work));

  return {
    keptIn: 'keychain',
    async get(name) {
      const late = foundLate.get(name);
      foundLate.delete(name);
      if (late) return late;
      return ask(
        (): Promise<SecretRead> =>
          asked(async (keytar) => {
            const value = await keytar.getPassword(service, name);
            return value === null ? lockedOr({ kind: 'absent' as const }) : { kind: 'found' as const, value };
          }),
        (read) => {
          if (read.kind === 'found') foundLate.set(name, read);
        },
      );
    },
    async set(name, value) {
      foundLate.delete(name);
      return write(async (keytar) => {
        await keytar.setPassword(service, name, value);
        return { kind: 'stored' };
      });
    },
    async remove(name) {
      foundLate.delete(name);
      return write(async (keytar) =>
        (await keytar.deletePassword(service, name)) ? { kind: 'stored' } : lockedOr({ kind: 'stored' as const }),
      );
    },
  };
}

// keytar is CommonJS: its functions are on `default`.
const loadKeytar = async (): Promise<Keytar> => (await import('keytar')).default;

const systemIsLocked = (signal: AbortSignal) =>
  process.platform === 'linux' ? keyringLocked(signal) : Promise.resolve(false);

/** libsecret: "Cannot create an item in a locked collection"; macOS: errSecInteractionNotAllowed, errSecUserCanceled. */
const lockedMessage = /locked collection|interaction is not allowed|cancell?ed the operation/i;

/** libsecret knows a session, or a name on the bus, of a daemon that ended; another may have taken its place. */
const replaced = (error: unknown): boolean =>
  process.platform === 'linux' && /session wrapping the secret|not provided by any .service/i.test(messageOf(error));

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function refusal(error: unknown) {
  const details = messageOf(error);
  return lockedMessage.test(details) ? locked : { kind: 'unavailable' as const, details };
}
