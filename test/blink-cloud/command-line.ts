// Reads the words behind `npm run blink-cloud --`.
import { parseArgs } from 'node:util';
import { faultKinds, parseFaults } from './faults.ts';
import { type CloudOptions, defaultOptions, driveStates, oddities, rotations, signInPages } from './options.ts';

export interface CommandLine {
  readonly port: number;
  readonly seed: number;
  readonly speed: number;
  readonly log: string | undefined;
  readonly cloud: Partial<CloudOptions>;
}

export const usage = `usage: npm run --silent blink-cloud -- [options]
  --port 0            TCP port on 127.0.0.1; 0: any free one
  --clips 500         in all
  --modules 1         sync modules, in one network
  --cameras 4         per module
  --seed 1            the same seed makes the same home and draws the same luck
  --speed 1           divides every duration, multiplies --mbps and --new-clips
  --upload-ms 4000    a module's time for one clip
  --upload-jitter 0.3 ± this part of it
  --manifest-ms 3000  a module's time for its list
  --rtt-ms 0          there and back
  --mbps 8            per connection
  --clip-kib 300-2500 N or A-B
  --new-clips 0       recordings an hour, in all
  --drive active      ${driveStates.join(' ')}
  --odd LIST          ${oddities.join(',')}
  --token-ttl 14400   seconds an access token lives
  --rotation grace    ${rotations.join(' ')}
  --sign-in usual     ${signInPages.join(' ')}
  --sticky-404        a clip asked for too early stays "not found" until it is uploaded anew
  --faults LIST       KIND[@token|home|manifest|post|poll|get|delete|status][#NTH]:P,…
                      kinds: ${faultKinds.join(' ')}
  --log FILE          a JSON line per request
`;

/** What is wrong with the words, to be shown with the usage. */
export class UsageError extends Error {}

/** @throws UsageError */
export function readCommandLine(words: readonly string[]): CommandLine {
  const { values } = parsed(words);
  const number = (name: keyof typeof values, smallest: number, whole = true): number | undefined => {
    const text = values[name];
    if (text === undefined) return undefined;
    const value = Number(text);
    if (
      text === '' ||
      !(value >= smallest) ||
      value === Number.POSITIVE_INFINITY ||
      (whole && !Number.isInteger(value))
    ) {
      throw new UsageError(`--${name} ${text}: ${whole ? 'a whole number' : 'a number'} from ${smallest} on is wanted`);
    }
    return value;
  };
  const faults = parseFaults(values.faults ?? '');
  if (typeof faults === 'string') throw new UsageError(`--faults: ${faults}`);
  const seed = number('seed', 0) ?? 1;
  return {
    port: number('port', 0) ?? 0,
    seed,
    speed: number('speed', 0.001, false) ?? 1,
    log: values.log,
    cloud: {
      accountId: defaultOptions.accountId + seed - 1,
      clips: number('clips', 0) ?? defaultOptions.clips,
      modules: number('modules', 0) ?? defaultOptions.modules,
      cameras: number('cameras', 1) ?? defaultOptions.cameras,
      uploadMs: number('upload-ms', 0) ?? defaultOptions.uploadMs,
      uploadJitter: number('upload-jitter', 0, false) ?? defaultOptions.uploadJitter,
      manifestMs: number('manifest-ms', 0) ?? defaultOptions.manifestMs,
      rttMs: number('rtt-ms', 0) ?? defaultOptions.rttMs,
      mbps: number('mbps', 0.001, false) ?? defaultOptions.mbps,
      clipKib: clipKib(values['clip-kib']),
      newClips: number('new-clips', 0, false) ?? defaultOptions.newClips,
      drive: oneOf('drive', driveStates, values.drive) ?? defaultOptions.drive,
      odd: (values.odd ?? '')
        .split(',')
        .filter((word) => word !== '')
        .flatMap((word) => oneOf('odd', oddities, word) ?? []),
      tokenTtl: number('token-ttl', 1) ?? defaultOptions.tokenTtl,
      rotation: oneOf('rotation', rotations, values.rotation) ?? defaultOptions.rotation,
      signIn: oneOf('sign-in', signInPages, values['sign-in']) ?? defaultOptions.signIn,
      sticky404: values['sticky-404'] ?? false,
      faults: values.faults ?? '',
    },
  };
}

function parsed(words: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...words],
      strict: true,
      options: {
        port: text,
        clips: text,
        modules: text,
        cameras: text,
        seed: text,
        speed: text,
        'upload-ms': text,
        'upload-jitter': text,
        'manifest-ms': text,
        'rtt-ms': text,
        mbps: text,
        'clip-kib': text,
        'new-clips': text,
        drive: text,
        odd: text,
        'token-ttl': text,
        rotation: text,
        'sign-in': text,
        'sticky-404': { type: 'boolean' },
        faults: text,
        log: text,
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<Word extends string>(name: string, words: readonly Word[], given: string | undefined): Word | undefined {
  if (given === undefined) return undefined;
  const word = words.find((word) => word === given);
  if (word === undefined) throw new UsageError(`--${name} ${given}: one of ${words.join(' ')} is wanted`);
  return word;
}

function clipKib(given: string | undefined): CloudOptions['clipKib'] {
  if (given === undefined) return defaultOptions.clipKib;
  const match = /^(\d+)(?:-(\d+))?$/.exec(given);
  const from = Number(match?.[1]);
  const to = Number(match?.[2] ?? match?.[1]);
  if (!match || from < 1 || to < from)
    throw new UsageError(`--clip-kib ${given}: N or A-B is wanted, such as 300-2500`);
  return { from, to };
}
