// What happened to a clip, in plain English.
import type { ClipEvent } from '../../../preload/contract.ts';
import { formats } from './formats.ts';
import { jobs } from './jobs.ts';
import { problems } from './problems.ts';

export const story = {
  menu: 'Explain this clip',
  title: 'What happened to this clip',
  nothing: 'Nothing is known of this clip.',
  copy: 'Copy',
  close: 'Close',
  event(event: ClipEvent): string {
    switch (event.kind) {
      case 'listed':
        return 'Seen on the drive for the first time';
      case 'queued':
        return `Put into the queue: ${jobs.title(event.job)}`;
      case 'asked-for':
        return 'The module was asked to send it';
      case 'arrived-badly':
        return `Did not arrive whole, try ${formats.count(event.attempts)}`;
      case 'saved':
        return `Checked and saved as ${event.path} (${formats.bytes(event.bytes)})`;
      case 'confirmed':
        return 'A newer list confirmed that the file is this clip';
      case 'doubted':
        return 'A newer list cast doubt on the file: it was put aside, the clip is fetched again';
      case 'given-up':
        return `Given up. ${problems.text(event.problem).title}`;
      case 'cancelled':
        return 'Taken out of the queue';
      case 'moved':
        return `You moved or renamed the file; it is now ${event.path}`;
      case 'removed':
        return 'You removed the file from the folder';
      case 'renamed':
        return `File renamed to ${event.path}`;
      case 'left-drive':
        return 'No longer on the drive';
      case 'back-on-drive':
        return 'On the drive again';
      case 'excluded':
        return 'Left out of saving';
      case 'included':
        return 'Saved with the others again';
      case 'deletion-asked':
        return 'File read again and found whole; the module was asked to delete the clip';
      case 'deleted':
        return 'Deleted: the module’s list no longer has it';
      case 'not-deleted':
        return 'Not deleted: the module’s list still has it';
    }
  },
};
