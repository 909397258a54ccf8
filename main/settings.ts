// What the person chose and what must outlive a restart, in one small file in the profile. No secrets.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type NotificationSettings, type Settings, usualNames } from '../preload/contract.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { inTurn } from './in-turn.ts';
import type { Log } from './log.ts';

export interface WindowBounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

export interface StoredSettings extends Settings {
  /** Where clips are saved; `id` is that of its marker file. */
  readonly folder: { readonly path: string; readonly id: string } | null;
  /** Where the window stood when it was closed. */
  readonly window: WindowBounds | null;
  /** The first run was finished or skipped. */
  readonly firstRunOver: boolean;
  /** Modules whose drive was told to be nearly full, until it is no longer. */
  readonly nearlyFullTold: readonly number[];
  /** It was said once what closing the window does where there is a tray, and where there is none. */
  readonly toldOfTray: boolean;
  readonly toldOfNoTray: boolean;
}

export interface SettingsFile {
  current(): StoredSettings;
  /** In force at once, on the disk when it resolves. A file that cannot be written is logged, and tried with the next change. */
  change(part: Partial<StoredSettings>): Promise<void>;
  /** Waits for what is on its way to the disk. */
  close(): Promise<void>;
}

const pixels = z.int().min(-100_000).max(100_000);

const minute = z.int().min(0).max(1439);
const dayHours = z.object({ fromMinute: minute, toMinute: minute }).nullable().catch(null);
const told: NotificationSettings = { newClips: true, jobs: true, quiet: null, muted: [] };

/** A wrong value costs that value, not the file. */
const Stored = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  pace: z.enum(['gentle', 'brisk', 'full']).catch('gentle'),
  volume: z.number().min(0).max(1).catch(1),
  clipsAs: z.enum(['list', 'grid']).catch('list'),
  playerWidth: pixels.min(1).nullable().catch(null),
  closeToTray: z.boolean().catch(true),
  openAtLogin: z.boolean().catch(false),
  checkEveryMinutes: z.int().min(1).max(1440).catch(10),
  notifications: z
    .object({
      newClips: z.boolean().catch(true),
      jobs: z.boolean().catch(true),
      quiet: dayHours,
      muted: z.array(z.string()).readonly().catch([]),
    })
    .catch(told),
  keepAwake: z.boolean().catch(true),
  firstRunOver: z.boolean().catch(false),
  savingHours: dayHours,
  autoSave: z
    .object({ ignored: z.array(z.string()).readonly(), sinceMs: z.int().nullable() })
    .nullable()
    .catch(null),
  leftOutCameras: z.array(z.string()).readonly().catch([]),
  driveFullerThan: z.int().min(1).max(100).catch(90),
  nearlyFullTold: z.array(z.int()).readonly().catch([]),
  deleteFromDrive: z.boolean().catch(false),
  names: z
    .object({
      template: z.string().catch(usualNames.template),
      times: z.enum(['system', 'computer', 'utc']).catch(usualNames.times),
    })
    .catch(usualNames),
  toldOfTray: z.boolean().catch(false),
  toldOfNoTray: z.boolean().catch(false),
  folder: z
    .object({ path: z.string().min(1), id: z.string().min(1) })
    .nullable()
    .catch(null),
  window: z
    .object({ x: pixels, y: pixels, width: pixels.min(1), height: pixels.min(1), maximized: z.boolean() })
    .nullable()
    .catch(null),
}) satisfies z.ZodType<StoredSettings>;

/** Reads `settings.json` in the profile, which must exist; anything unreadable in it falls back to the defaults. */
export async function openSettings(profile: string, log: Log): Promise<SettingsFile> {
  const path = join(profile, 'settings.json');
  const next = inTurn();
  const text = await readFile(path, 'utf8').catch(() => '');
  let settings: StoredSettings = read(text);

  const write = () =>
    next(async () => {
      try {
        await writeFileAtomically(path, `${JSON.stringify(settings, null, 2)}\n`);
      } catch (error) {
        log.warn('the settings could not be written', error);
      }
    });

  return {
    current: () => settings,
    change(part) {
      settings = { ...settings, ...part };
      return write();
    },
    close: () => next(async () => {}),
  };
}

function read(text: string): StoredSettings {
  try {
    return Stored.parse(JSON.parse(text));
  } catch {
    return Stored.parse({});
  }
}
