// The first run: its steps, and what was found at the person's home so far.
import type { AppState, ClipCamera, Problem, SessionState } from '../../preload/contract.ts';
import type { ClipCounts } from './clip-table.ts';

export const firstRunSteps = ['welcome', 'sign-in', 'drives', 'folder'] as const;
export type FirstRunStep = (typeof firstRunSteps)[number];

/** `asked`: where the person went last; null: nowhere since the window opened. */
export function shownStep(asked: FirstRunStep | null, session: SessionState): FirstRunStep {
  const signedIn = session.kind === 'signed-in';
  if (asked !== null) return signedIn || asked === 'welcome' ? asked : 'sign-in';
  if (signedIn) return 'drives';
  return session.kind === 'signing-in' ? 'sign-in' : 'welcome';
}

export interface FoundModule {
  readonly id: number;
  readonly name: string;
  /** Named only where there are several. */
  readonly system: string | null;
  readonly status: 'ready' | 'reading' | 'offline' | 'closed';
  readonly problem: Problem | null;
  readonly cameras: number;
  readonly clips: number;
  readonly driveUsedPercent: number | null;
  /** One of its cameras, for a picture. */
  readonly cameraId: number | null;
}

export interface FoundCamera {
  readonly id: number;
  readonly name: string;
  readonly clips: number;
  readonly offline: boolean;
}

export interface Found {
  readonly modules: readonly FoundModule[];
  readonly cameras: readonly FoundCamera[];
  readonly clips: number;
  /** Lists are still being read: the numbers grow. */
  readonly reading: boolean;
  /** Of the whole account: of one module only, see there. */
  readonly problem: Problem | null;
}

type Seen = Pick<AppState, 'systems' | 'checking' | 'notices'>;

export function foundAtHome(
  { systems, checking, notices }: Seen,
  clipCameras: readonly ClipCamera[],
  counts: ClipCounts,
): Found {
  const known = clipCameras.map((camera, index) => ({ ...camera, clips: counts.totalOf[index] ?? 0 }));
  const sum = (cameras: typeof known) => cameras.reduce((total, { clips }) => total + clips, 0);
  const modules = systems.flatMap((system) =>
    system.modules.map((module): FoundModule => {
      const own = known.filter(({ moduleId, clips }) => moduleId === module.id && clips > 0);
      // Blink tells the system of a camera, not its module: clips do, and a module that is alone has all of them.
      const alone = system.modules.length === 1;
      return {
        id: module.id,
        name: module.name,
        system: systems.length > 1 ? system.name : null,
        status: statusOf(module, checking),
        problem: module.problem,
        cameras: alone ? system.cameras.length : own.length,
        clips: sum(own),
        driveUsedPercent: module.driveUsedPercent,
        cameraId:
          own.find(({ cameraId }) => cameraId !== null)?.cameraId ?? (alone ? system.cameras[0]?.id : null) ?? null,
      };
    }),
  );
  const cameras = systems.flatMap((system) =>
    system.cameras.map(({ id, name }): FoundCamera => {
      const own = known.filter(({ cameraId }) => cameraId === id);
      const moduleId = own[0]?.moduleId ?? (system.modules.length === 1 ? system.modules[0]?.id : undefined);
      return {
        id,
        name,
        clips: sum(own),
        offline: system.modules.some((module) => module.id === moduleId && !module.online),
      };
    }),
  );
  const noModule: Problem | null = systems.length > 0 && modules.length === 0 ? { kind: 'no-module' } : null;
  return {
    modules,
    cameras,
    clips: counts.total,
    reading: checking,
    problem: notices.find(({ problem }) => accountProblems.has(problem.kind))?.problem ?? (checking ? null : noModule),
  };
}

/** What keeps the whole home from being looked at. */
const accountProblems: ReadonlySet<Problem['kind']> = new Set([
  'offline',
  'blink-unavailable',
  'too-many-requests',
  'update-required',
  'unexpected-answer',
  'sign-in-refused',
]);

function statusOf(
  { online, problem, listedAtMs }: AppState['systems'][number]['modules'][number],
  checking: boolean,
): FoundModule['status'] {
  if (!online) return 'offline';
  if (problem) return 'closed';
  return listedAtMs === null && checking ? 'reading' : 'ready';
}
