// The cameras' own wall clocks: which time zone each camera lives in, and what it says there.
import type { ClipCamera, System } from '../../preload/contract.ts';
import { ZoneOffsets } from './zone-offsets.ts';

export class LocalTime {
  readonly #computerZone: string;
  readonly #zones = new Map<string, ZoneOffsets>();
  #byCamera: readonly ZoneOffsets[] = [];
  /** Names of the zones by camera, to notice a change. */
  #names = '';

  constructor(computerZone: string) {
    this.#computerZone = computerZone;
  }

  /** Takes over where the cameras are; `true` if a clip's day may have changed by it. */
  learn(cameras: readonly ClipCamera[], systems: readonly System[]): boolean {
    const zoneOf = new Map<number, string | null>();
    for (const system of systems) for (const module of system.modules) zoneOf.set(module.id, system.timeZone);
    const names = cameras.map((camera) => zoneOf.get(camera.moduleId) ?? this.#computerZone);
    const joined = names.join('\n');
    if (joined === this.#names) return false;
    this.#names = joined;
    this.#byCamera = names.map((name) => this.#zone(name));
    return true;
  }

  /** Wall-clock seconds at the camera, counted as if they were UTC. */
  wallS(camera: number, unixS: number): number {
    const zone = this.#byCamera[camera] ?? this.#zone(this.#computerZone);
    return unixS + zone.at(unixS);
  }

  /** Today's number of days since 1970 where the first camera is. */
  today(nowMs: number): number {
    return Math.floor(this.wallS(0, Math.floor(nowMs / 1000)) / 86_400);
  }

  #zone(name: string): ZoneOffsets {
    let zone = this.#zones.get(name);
    if (!zone) {
      zone = new ZoneOffsets(name);
      this.#zones.set(name, zone);
    }
    return zone;
  }
}
