// Takes the place of renderer/store/clip-urls.ts in the harness, where no main serves clip:// addresses.
import type { ClipKey } from '../../../preload/contract.ts';

const scenes = ['gate', 'drive', 'garden', 'shop', 'flap', 'garden'];
const posters = [
  'gate-person-day',
  'drive-arrive-night',
  'garden-fox-night',
  'shop-person',
  'flap-cat-day',
  'gate-cat-night',
];

/** Set by the page: which camera recorded a clip. */
export const cameraOf = { ask: (_key: ClipKey): number => 0 };

export const mediaUrl = (key: ClipKey) => `/media/${scenes[cameraOf.ask(key)] ?? 'gate'}-day.mp4`;
export const posterUrl = (key: ClipKey) => `/pictures/${posters[(cameraOf.ask(key) + (key > 6 ? 1 : 0)) % 6]}.jpg`;
export const cameraUrl = (cameraId: number) => `/pictures/camera-${scenes[cameraId - 1]}.jpg`;
