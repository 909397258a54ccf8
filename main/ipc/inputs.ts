// What the window may send with each command: one schema for each, no wider and no narrower than the contract.
import * as z from 'zod';
import type {
  ClipKey,
  CommandInput,
  CommandName,
  JobId,
  JobTitle,
  Link,
  NameTimes,
  PauseLength,
  Settings,
} from '../../preload/contract.ts';

// Schemas are compiled as they are made. zod would do it with `new Function`, which this app has no other need of.
z.config({ jitless: true });

export type Inputs = { readonly [Name in CommandName]: z.ZodType<CommandInput<Name>> };

const isKey = (value: unknown) => typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 2 ** 32;

const clipKey = z.custom<ClipKey>(isKey, 'not a clip key');
const jobId = z.custom<JobId>(isKey, 'not a job id');

/** One check for the whole list: an element schema would take 200,000 of them one by one. */
const clipKeys = z.custom<readonly ClipKey[]>(
  (value) => Array.isArray(value) && value.length <= 1_000_000 && value.every(isKey),
  'not a list of clip keys',
);

const picture = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.byteLength <= 200_000,
  'not at most 200 kB of bytes',
);

const minute = z.int().min(0).max(1439);
const dayHours = z.strictObject({ fromMinute: minute, toMinute: minute }).nullable();
const names = z.strictObject({
  template: z.string().max(1000),
  times: z.enum(['system', 'computer', 'utc'] satisfies NameTimes[]),
});
const none = z.undefined();
const oneClip = z.strictObject({ key: clipKey });
const someClips = z.strictObject({ keys: clipKeys });
const oneJob = z.strictObject({ jobId });
const jobOrAll = z.strictObject({ jobId: jobId.nullable() });

const jobTitle: z.ZodType<JobTitle> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one'), camera: z.string().max(500), recordedAtMs: z.int() }),
  z.strictObject({ kind: z.literal('selection') }),
  z.strictObject({
    kind: z.literal('clips'),
    camera: z.string().max(500).nullable(),
    fromDay: z.iso.date(),
    toDay: z.iso.date(),
  }),
  z.strictObject({ kind: z.literal('day'), day: z.iso.date(), camera: z.string().max(500).nullable() }),
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('new') }),
]);

const clipsToSave = z.strictObject({ keys: clipKeys, title: jobTitle });

const schemas = {
  getState: none,
  getClips: none,
  getClipFacts: oneClip,
  prepareClip: oneClip,
  releaseClip: oneClip,
  showClipInFolder: oneClip,
  openClipInSystemPlayer: oneClip,
  copyClip: oneClip,
  offerClips: someClips,
  dragClips: z.strictObject({ picture: picture.nullable() }),
  markSeen: z.strictObject({ keys: clipKeys, seen: z.boolean() }),
  markStarred: z.strictObject({ keys: clipKeys, starred: z.boolean() }),
  markExcluded: z.strictObject({ keys: clipKeys, excluded: z.boolean() }),
  explainClip: oneClip,
  storePoster: z.strictObject({ key: clipKey, jpeg: picture }),
  signInWithTokenLine: z.strictObject({ line: z.string().max(20_000) }),
  signInAtBlink: none,
  bringSignInToFront: none,
  openSignInInBrowser: none,
  signInWithCallbackAddress: z.strictObject({ address: z.string().max(20_000) }),
  cancelSignIn: none,
  signOut: none,
  getBelongings: none,
  forgetEverything: none,
  checkForClips: none,
  saveClips: clipsToSave,
  saveClipsElsewhere: clipsToSave,
  cancelJob: oneJob,
  dismissJob: oneJob,
  undoCancelJob: oneJob,
  pauseSaving: z.strictObject({
    jobId: jobId.nullable(),
    length: z.enum(['hour', 'tomorrow', 'until-resumed'] satisfies PauseLength[]),
  }),
  resumeSaving: jobOrAll,
  moveJob: z.strictObject({ jobId, before: jobId.nullable() }),
  retryFailed: jobOrAll,
  lookAtDeletion: someClips,
  deleteFromDrive: someClips,
  stopDeleting: none,
  dismissDeletion: none,
  chooseFolder: none,
  takeSuggestedFolder: none,
  showFolder: none,
  showLog: none,
  endFirstRun: none,
  changeSettings: z.strictObject({
    theme: z.enum(['system', 'light', 'dark'] satisfies Settings['theme'][]).exactOptional(),
    pace: z.enum(['gentle', 'brisk', 'full'] satisfies Settings['pace'][]).exactOptional(),
    volume: z.number().min(0).max(1).exactOptional(),
    clipsAs: z.enum(['list', 'grid'] satisfies Settings['clipsAs'][]).exactOptional(),
    playerWidth: z.int().min(1).max(100_000).nullable().exactOptional(),
    closeToTray: z.boolean().exactOptional(),
    openAtLogin: z.boolean().exactOptional(),
    checkEveryMinutes: z.int().min(1).max(1440).exactOptional(),
    notifications: z
      .strictObject({
        newClips: z.boolean(),
        jobs: z.boolean(),
        quiet: dayHours,
        muted: z.array(z.string().max(500)).max(1000).readonly(),
      })
      .exactOptional(),
    keepAwake: z.boolean().exactOptional(),
    savingHours: dayHours.exactOptional(),
    autoSave: z
      .strictObject({ ignored: z.array(z.string().max(500)).max(1000).readonly(), sinceMs: z.int().nullable() })
      .nullable()
      .exactOptional(),
    leftOutCameras: z.array(z.string().max(500)).max(1000).readonly().exactOptional(),
    driveFullerThan: z.int().min(1).max(100).exactOptional(),
    deleteFromDrive: z.boolean().exactOptional(),
    names: names.exactOptional(),
  }),
  previewNames: names,
  confirmRemoved: none,
  getPluggedDrives: none,
  importClips: z.strictObject({ drive: z.string().max(5000).nullable() }),
  stopImport: none,
  getRenamePlan: none,
  renameSaved: none,
  stopRenaming: none,
  clearTold: none,
  dismissNotice: z.strictObject({ id: z.int() }),
  copyText: z.strictObject({ text: z.string().max(20_000) }),
  openLink: z.strictObject({ link: z.enum(['help', 'format-drive', 'subscription', 'token-line'] satisfies Link[]) }),
} satisfies Inputs;

export const inputs: Inputs = schemas;

/** The names of commands whose schema refuses something that the contract allows. */
type TooNarrow = {
  [Name in CommandName]: CommandInput<Name> extends z.output<(typeof schemas)[Name]> ? never : Name;
}[CommandName];
/** Does not compile while there is one. */
export type NothingTooNarrow<Names extends never = TooNarrow> = Names;
