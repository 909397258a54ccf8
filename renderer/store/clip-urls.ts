// Addresses of a clip's bytes and pictures, served by main under its own scheme.
import type { ClipKey } from '../../preload/contract.ts';

export const mediaUrl = (key: ClipKey) => `clip://media/${key}`;
export const posterUrl = (key: ClipKey) => `clip://poster/${key}`;
export const cameraUrl = (cameraId: number) => `clip://camera/${cameraId}`;
