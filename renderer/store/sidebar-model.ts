// The sidebar: systems, their modules, and the cameras that have clips, with how many are unsaved.
import type { AppState, CameraIndex, ClipCamera, LaneState, SyncModule } from '../../preload/contract.ts';
import type { ClipCounts } from './clip-table.ts';

export interface CameraItem {
  readonly index: CameraIndex;
  readonly name: string;
  /** Blink's camera, for its picture. */
  readonly cameraId: number | null;
  readonly unsaved: number;
}

export interface ModuleItem {
  readonly id: number;
  readonly name: string;
  readonly status: 'offline' | 'saving' | 'fetching' | 'listing' | 'deleting' | 'waiting' | 'idle';
  readonly drive: SyncModule['drive'];
  readonly driveUsedPercent: number | null;
  /** Unix ms. */
  readonly driveFullAtMs: number | null;
  readonly cameras: readonly CameraItem[];
}

export interface SystemItem {
  readonly id: number;
  readonly name: string;
  readonly modules: readonly ModuleItem[];
}

export function sidebarModel(
  { systems, lanes }: Pick<AppState, 'systems' | 'lanes'>,
  cameras: readonly ClipCamera[],
  counts: ClipCounts,
): readonly SystemItem[] {
  const items = cameras
    .map((camera, index) => ({
      moduleId: camera.moduleId,
      index: index as CameraIndex, // CameraIndex is the place in this array
      name: camera.name,
      cameraId: camera.cameraId,
      unsaved: counts.unsavedOf[index] ?? 0,
      total: counts.totalOf[index] ?? 0,
    }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => a.name.localeCompare(b.name));
  return systems.map(({ id, name, modules }) => ({
    id,
    name,
    modules: modules.map((module) => ({
      id: module.id,
      name: module.name,
      status: statusOf(
        module,
        lanes.find(({ moduleId }) => moduleId === module.id),
      ),
      drive: module.drive,
      driveUsedPercent: module.driveUsedPercent,
      driveFullAtMs: module.driveFullAtMs,
      cameras: items.filter(({ moduleId }) => moduleId === module.id),
    })),
  }));
}

function statusOf(module: SyncModule, lane: LaneState | undefined): ModuleItem['status'] {
  if (!module.online) return 'offline';
  switch (lane?.activity.kind) {
    case 'uploading':
      return lane.waiting > 0 ? 'saving' : 'fetching'; // nothing is to be saved: somebody plays
    case 'listing':
    case 'deleting':
    case 'waiting':
      return lane.activity.kind;
    default:
      return lane && lane.arriving.length > 0 ? (lane.waiting > 0 ? 'saving' : 'fetching') : 'idle';
  }
}
