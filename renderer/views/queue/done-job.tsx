// A job that saved everything: one line.
import { CircleCheck, X } from 'lucide-react';
import type { Job } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useAppStore, useMessages } from '../../store/context.tsx';

export function DoneJob({ job, nowMs }: { job: Job; nowMs: number }) {
  const { jobs, queue } = useMessages();
  const { getState } = useAppStore();
  const facts = [queue.summary(job.saved, job.bytes), job.endedAtMs !== null && queue.ended(job.endedAtMs, nowMs)];
  return (
    <section className="done-job" aria-label={jobs.title(job.title)}>
      <Icon of={CircleCheck} />
      <span className="ellipsis">{jobs.title(job.title)}</span>
      <span className="dim grow ellipsis">{facts.filter(Boolean).join(' · ')}</span>
      <Button look="link" onPress={() => getState().showFolder()}>
        {queue.showFolder}
      </Button>
      <IconButton icon={X} name={queue.dismiss} onPress={() => getState().dismissJob(job.id)} />
    </section>
  );
}
