// The queue: what each module is doing, the jobs in their order, and those that have ended.
import './queue-pane.css';
import { ListChecks, Pause, Play } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Icon } from '../../components/icon.tsx';
import { useApp, useMessages } from '../../store/context.tsx';
import { type QueueModel, queueModel } from '../../store/queue-model.ts';
import { ImportButton } from '../import/import-button.tsx';
import { ImportSetting } from '../import/import-setting.tsx';
import { PauseMenu } from '../jobs/pause-menu.tsx';
import { ProblemBanner } from '../list/problem-banner.tsx';
import { useMinute } from '../use-minute.ts';
import { ClipLines } from './clip-lines.tsx';
import { DoneJob } from './done-job.tsx';
import { JobCard } from './job-card.tsx';
import { LaneCard } from './lane-card.tsx';

export function QueuePane() {
  const { queue } = useMessages();
  const model = useQueue();
  const now = useMinute();
  const hasImport = useApp((app) => app.state?.import != null);
  const isEmpty =
    !hasImport && model.open.length + model.troubled.length + model.done.length + model.orphans.length === 0;
  return (
    <main className="main queue-pane" aria-label={queue.name}>
      <header>
        <h1>{queue.name}</h1>
        <PauseAll isSaving={model.open.length > 0} />
      </header>
      <ProblemBanner />
      {isEmpty ? (
        <EmptyState icon={ListChecks} title={queue.empty} text={queue.emptyText}>
          <ImportButton />
        </EmptyState>
      ) : (
        <div className="sheets">
          {hasImport && <ImportSetting />}
          {model.lanes.map(({ lane, moduleName }) => (
            <LaneCard key={lane.moduleId} lane={lane} moduleName={moduleName} />
          ))}
          {[...model.open, ...model.troubled].map((one) => (
            <JobCard key={one.job.id} model={one} nowMs={now} />
          ))}
          <Orphans failed={model.orphans} nowMs={now} />
          {model.done.map((job) => (
            <DoneJob key={job.id} job={job} nowMs={now} />
          ))}
        </div>
      )}
    </main>
  );
}

function useQueue(): QueueModel {
  const jobs = useApp((model) => model.state?.jobs);
  const lanes = useApp((model) => model.state?.lanes);
  const failed = useApp((model) => model.state?.failed);
  const systems = useApp((model) => model.state?.systems);
  return useMemo(
    () => queueModel({ jobs: jobs ?? [], lanes: lanes ?? [], failed: failed ?? [], systems: systems ?? [] }),
    [jobs, lanes, failed, systems],
  );
}

function PauseAll({ isSaving }: { isSaving: boolean }) {
  const { queue } = useMessages();
  const now = useMinute();
  const pause = useApp((model) => model.state?.pause ?? null);
  const resumeSaving = useApp((model) => model.resumeSaving);
  if (pause) {
    return (
      <>
        <span className="tag">{queue.paused(pause.untilMs, now)}</span>
        <Button look="primary" onPress={() => resumeSaving(null)}>
          <Icon of={Play} />
          {queue.resumeAll}
        </Button>
      </>
    );
  }
  if (!isSaving) return null;
  return (
    <PauseMenu
      jobId={null}
      button={
        <Button>
          <Icon of={Pause} />
          {queue.pauseAll}
        </Button>
      }
    />
  );
}

/** Given up in an earlier run of the app. */
function Orphans({ failed, nowMs }: { failed: QueueModel['orphans']; nowMs: number }) {
  const { queue } = useMessages();
  const retryFailed = useApp((model) => model.retryFailed);
  const dismissJob = useApp((model) => model.dismissJob);
  if (failed.length === 0) return null;
  const lines = failed.map((failure) => ({ key: failure.key, step: { kind: 'failed', failure } }) as const);
  const worth = failed.filter(({ canRetry }) => canRetry);
  const jobIds = [...new Set(failed.map(({ jobId }) => jobId))];
  return (
    <section className="sheet" aria-label={queue.earlier}>
      <div className="job-card">
        <div className="top">
          <div className="grow">
            <h2>
              {queue.earlier} <span className="tag error">{queue.couldNot(failed.length)}</span>
            </h2>
          </div>
          {worth.length > 0 && <Button onPress={() => retryFailed(null)}>{queue.tryAgain(worth.length)}</Button>}
          <Button look="plain" onPress={() => jobIds.forEach(dismissJob)}>
            {queue.dismiss}
          </Button>
        </div>
      </div>
      <ClipLines lines={lines} nowMs={nowMs} />
    </section>
  );
}
