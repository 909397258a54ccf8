// The small state as main keeps it: what it starts from, and how it is put together from the rooms' own words.
import type { AppState, LaneState, Notice, Problem, SessionState, Settings } from '../../preload/contract.ts';
import type { SessionStatus } from '../blink/index.ts';

export function firstState(settings: Settings, versions: AppState['versions']): AppState {
  return {
    session: { kind: 'opening' },
    systems: [],
    lanes: [],
    jobs: [],
    pause: null,
    deletion: null,
    failed: [],
    folder: { kind: 'none' },
    renaming: null,
    import: null,
    firstRun: null,
    settings: shownSettings(settings),
    notices: [],
    told: [],
    checking: false,
    readOnly: false,
    versions,
  };
}

/** What a lane waits for, by the name of its module: lanes know ids only. */
export const namedLanes = (lanes: readonly LaneState[], systems: AppState['systems']): readonly LaneState[] =>
  lanes.map((lane) => {
    const { activity } = lane;
    if (activity.kind !== 'waiting') return lane;
    const module = systems.flatMap(({ modules }) => modules).find(({ id }) => id === lane.moduleId);
    return module
      ? { ...lane, activity: { ...activity, problem: { subject: module.name, ...activity.problem } } }
      : lane;
  });

/** Only what the window may know of the stored settings. */
export const shownSettings = (stored: Settings): Settings => {
  const { theme, pace, volume, clipsAs, playerWidth, closeToTray, openAtLogin } = stored;
  const {
    keepAwake,
    savingHours,
    autoSave,
    leftOutCameras,
    driveFullerThan,
    checkEveryMinutes,
    notifications,
    deleteFromDrive,
    names,
  } = stored;
  return {
    theme,
    pace,
    volume,
    clipsAs,
    playerWidth,
    closeToTray,
    openAtLogin,
    keepAwake,
    savingHours,
    autoSave,
    leftOutCameras,
    driveFullerThan,
    checkEveryMinutes,
    notifications,
    deleteFromDrive,
    names,
  };
};

export function shownSession(status: SessionStatus, suggestedLine: string | null): SessionState {
  switch (status.kind) {
    case 'opening':
    case 'signing-in':
      return status;
    case 'signed-out':
      return { kind: 'signed-out', problem: status.problem, suggestedLine };
    case 'signed-in':
      return { kind: 'signed-in', accountId: status.accountId, keptIn: status.keptIn };
  }
}

/** The notices after this problem came up, changed or went away (null); one for each cause. */
export function withNotice(
  notices: readonly Notice[],
  id: number,
  found: Problem | null,
  atMs: number,
): readonly Notice[] {
  const known = notices.find((notice) => notice.id === id);
  if (known?.problem.kind === found?.kind && known?.problem.nextTryAtMs === found?.nextTryAtMs) return notices;
  const others = notices.filter((notice) => notice.id !== id);
  return found ? [{ id, problem: found, atMs }, ...others] : others;
}
