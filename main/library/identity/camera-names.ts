// Names the cameras of manifests: Blink's full name where it is meant without doubt, else the manifest's.
import type { ClipCamera, ModuleId } from '../../../preload/contract.ts';
import type { CameraFacts, ModuleFacts, NetworkFacts } from '../../blink/index.ts';
import { reducedName } from './reduced-name.ts';

/** A camera as one module's manifests know it. */
export interface ListedCamera {
  readonly moduleId: ModuleId;
  readonly reduced: string;
  /** As the manifest writes it. */
  readonly name: string;
}

export interface Systems {
  readonly networks: readonly NetworkFacts[];
  readonly modules: readonly ModuleFacts[];
  readonly cameras: readonly CameraFacts[];
}

/** Where a camera is, as far as Blink has said. */
export interface CameraPlace {
  /** IANA name of its system's time zone; null: unknown. */
  readonly timeZone: string | null;
  /** By their names; empty: unknown. */
  readonly module: string;
  readonly system: string;
}

export interface NamedCamera extends ClipCamera {
  readonly place: CameraPlace;
}

/** Protocol §4.6: unknown, removed, renamed and colliding cameras keep the manifest's name. */
export function nameCameras(listed: readonly ListedCamera[], systems: Systems): readonly NamedCamera[] {
  return listed.map(({ moduleId, reduced, name }) => {
    const module = systems.modules.find(({ id }) => id === moduleId);
    const networkId = module?.networkId;
    const network = systems.networks.find(({ id }) => id === networkId);
    const meant = systems.cameras.filter(
      (camera) => camera.networkId === networkId && reducedName(camera.name) === reduced,
    );
    const [camera] = meant.length === 1 ? meant : [];
    return {
      // A name of nothing but dropped letters arrives empty.
      name: camera?.name ?? (name || '?'),
      moduleId,
      cameraId: camera?.id ?? null,
      place: { timeZone: network?.timeZone ?? null, module: module?.name ?? '', system: network?.name ?? '' },
    };
  });
}
