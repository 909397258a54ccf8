// A job in hand: how much is saved, at which rate, how long it will take, and the way to end it.
import { ArrowDownToLine, X } from 'lucide-react';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { useApp, useMessages } from '../../store/context.tsx';
import type { JobModel } from '../../store/job-model.ts';
import { useLayout } from '../use-layout.ts';

export function RunningJob({ model }: { model: JobModel }) {
  const { jobs } = useMessages();
  const small = useLayout() === 'small';
  const cancelJob = useApp((app) => app.cancelJob);
  const { job } = model;
  const title = model.kind === 'finishing' ? jobs.finishing : jobs.saving(job.saved, job.total);
  const facts = small
    ? [job.timeLeftMs !== null && jobs.timeLeftShort(job.timeLeftMs)]
    : [
        model.moduleName,
        model.secondsPerClip !== null && jobs.rate(model.secondsPerClip),
        job.timeLeftMs !== null && jobs.timeLeft(job.timeLeftMs),
        job.failed > 0 && jobs.toTryAgain(job.failed),
        model.waitingJobs > 0 && jobs.moreJobs(model.waitingJobs),
      ];
  return (
    <section className="job-bar" aria-label={jobs.name}>
      <Icon of={ArrowDownToLine} />
      <span className="words ellipsis" title={jobs.title(job.title)}>
        <b>{small ? jobs.savingShort(job.saved, job.total) : title}</b>
        <span className="rate">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <ProgressBar name={title} done={model.savedPart} arriving={model.arrivingPart} failed={model.failedPart} />
      <IconButton icon={X} name={jobs.cancel} onPress={() => cancelJob(job.id)} />
    </section>
  );
}
