// The words that homescreen and drive status have for the state of a drive (§3, §4.9).
import type { DriveState } from '../../preload/contract.ts';
import { z } from './schema.ts';

/** `unknown` for words that are new to us. */
export const driveState = z
  .enum(['active', 'memory_full', 'unmounted', 'format_required', 'unavailable', 'incompatible'])
  .or(z.string().transform((): DriveState => 'unknown'));
