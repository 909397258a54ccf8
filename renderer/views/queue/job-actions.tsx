// What can be done about a job: pause, resume, try again, change its place, end it, or take that back.
import { Ellipsis, Pause, Play, RotateCcw, Undo2, X } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu, MenuItem } from '../../components/menu.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { isOpen } from '../../store/job-model.ts';
import type { QueueJob } from '../../store/queue-model.ts';
import { PauseMenu } from '../jobs/pause-menu.tsx';

export function JobActions({ model }: { model: QueueJob }) {
  const { queue } = useMessages();
  const { getState } = useAppStore();
  const { job, worthRetrying } = model;
  return (
    <>
      {worthRetrying > 0 && (
        <Button onPress={() => getState().retryFailed(job.id)}>
          <Icon of={RotateCcw} />
          {queue.tryAgain(worthRetrying)}
        </Button>
      )}
      {isOpen(job) && <PauseOrResume model={model} />}
      {job.state === 'cancelled' && (
        <Button onPress={() => getState().undoCancelJob(job.id)}>
          <Icon of={Undo2} />
          {queue.undo}
        </Button>
      )}
      <PlaceMenu model={model} />
      {isOpen(job) ? (
        <IconButton icon={X} name={queue.cancel} onPress={() => getState().cancelJob(job.id)} />
      ) : (
        <IconButton icon={X} name={queue.dismiss} onPress={() => getState().dismissJob(job.id)} />
      )}
    </>
  );
}

/** While everything is paused, that is what is resumed: one job alone could not go on. */
function PauseOrResume({ model: { job } }: { model: QueueJob }) {
  const { queue } = useMessages();
  const { getState } = useAppStore();
  const isAllPaused = useApp((app) => Boolean(app.state?.pause));
  if (job.pause) {
    return (
      <Button onPress={() => getState().resumeSaving(job.id)}>
        <Icon of={Play} />
        {queue.resume}
      </Button>
    );
  }
  if (isAllPaused || job.state === 'finishing') return null;
  return (
    <PauseMenu
      jobId={job.id}
      button={
        <Button>
          <Icon of={Pause} />
          {queue.pause}
        </Button>
      }
    />
  );
}

function PlaceMenu({ model: { job, above, below } }: { model: QueueJob }) {
  const { queue } = useMessages();
  const { getState } = useAppStore();
  const jobs = useApp((app) => app.state?.jobs);
  if (!above && !below) return null;
  const open = jobs?.filter(isOpen) ?? [];
  const move = (id: string) => {
    const { moveJob } = getState();
    const behindNext = open[open.findIndex((other) => other.id === below?.id) + 1];
    if (id === 'first') moveJob(job.id, open[0]?.id ?? null);
    else if (id === 'up' && above) moveJob(job.id, above.id);
    else if (id === 'down') moveJob(job.id, behindNext?.id ?? null);
  };
  return (
    <Menu name={queue.more} button={<IconButton icon={Ellipsis} name={queue.more} />} onAction={move}>
      {above && <MenuItem id="first">{queue.moveFirst}</MenuItem>}
      {above && <MenuItem id="up">{queue.moveUp}</MenuItem>}
      {below && <MenuItem id="down">{queue.moveDown}</MenuItem>}
    </Menu>
  );
}
