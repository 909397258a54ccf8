// The picture beside a problem's words.
import {
  ClockAlert,
  CloudOff,
  FileWarning,
  FolderInput,
  HardDrive,
  Hourglass,
  KeyRound,
  ListChecks,
  LogIn,
  type LucideIcon,
  TriangleAlert,
  Unplug,
  Usb,
  WifiOff,
} from 'lucide-react';
import type { ProblemKind } from '../../../preload/contract.ts';

const icons: Partial<Record<ProblemKind, LucideIcon>> = {
  'signed-out': LogIn,
  'sign-in-cancelled': LogIn,
  'sign-in-failed': LogIn,
  'sign-in-refused': LogIn,
  'token-line-unreadable': LogIn,
  'too-many-requests': ClockAlert,
  'blink-unavailable': CloudOff,
  offline: WifiOff,
  'module-offline': Unplug,
  'no-module': Unplug,
  'module-busy': Hourglass,
  'manifest-not-ready': Hourglass,
  'drive-missing': Usb,
  'drive-unformatted': HardDrive,
  'drive-full': HardDrive,
  'drive-incompatible': HardDrive,
  'disk-full': HardDrive,
  'folder-missing': FolderInput,
  'folder-read-only': FolderInput,
  'name-too-long': FolderInput,
  'keychain-locked': KeyRound,
  'keychain-missing': KeyRound,
  'index-damaged': ListChecks,
  'index-newer': ListChecks,
  'clip-damaged': FileWarning,
  'clip-not-video': FileWarning,
};

export const problemIcon = (kind: ProblemKind): LucideIcon => icons[kind] ?? TriangleAlert;
