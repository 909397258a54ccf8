// What the command line's exit code says.
import type { Problem } from '../../preload/contract.ts';
import type { Output } from './output.ts';

export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  signIn: 3,
  folder: 4,
  alreadyRunning: 5,
  notReachable: 6,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export function exitCodeOf({ kind }: Problem): ExitCode {
  switch (kind) {
    case 'signed-out':
    case 'not-signed-in':
    case 'token-line-unreadable':
    case 'token-line-used':
    case 'sign-in-cancelled':
    case 'sign-in-failed':
    case 'sign-in-refused':
    case 'keychain-locked':
    case 'keychain-missing':
      return exitCodes.signIn;
    case 'folder-missing':
    case 'folder-read-only':
    case 'source-unreadable':
    case 'disk-full':
    case 'name-too-long':
      return exitCodes.folder;
    case 'already-running':
      return exitCodes.alreadyRunning;
    case 'offline':
    case 'blink-unavailable':
    case 'too-many-requests':
      return exitCodes.notReachable;
    default:
      return exitCodes.failed;
  }
}

/** Says what went wrong; answers the code to end with. */
export function endWith(found: Problem, output: Output): ExitCode {
  output.problem(found);
  return exitCodeOf(found);
}
