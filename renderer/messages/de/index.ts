// German.
import type { Messages } from '../index.ts';
import { account } from './account.ts';
import { carried } from './carried.ts';
import { commandLine } from './command-line.ts';
import { deleting } from './deleting.ts';
import { firstRun } from './first-run.ts';
import { formats } from './formats.ts';
import { folder, jobs } from './jobs.ts';
import { keys } from './keys.ts';
import { library } from './library.ts';
import { names } from './names.ts';
import { notifications } from './notifications.ts';
import { places } from './places.ts';
import { player } from './player.ts';
import { problems } from './problems.ts';
import { queue } from './queue.ts';
import { searchWords } from './search.ts';
import { settings } from './settings.ts';
import { signIn } from './sign-in.ts';
import { story } from './story.ts';
import { tray } from './tray.ts';

export const german: Messages = {
  formats,
  places,
  problems,
  keys,
  library,
  player,
  jobs,
  folder,
  firstRun,
  searchWords,
  signIn,
  account,
  settings,
  names,
  carried,
  queue,
  deleting,
  story,
  tray,
  notifications,
  commandLine,
};
