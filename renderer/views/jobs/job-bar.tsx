// The foot of the window while something is being saved, and until its end was seen.
import './job-bar.css';
import { useApp } from '../../store/context.tsx';
import { isOpen, jobModel } from '../../store/job-model.ts';
import { EndedJob } from './ended-job.tsx';
import { RunningJob } from './running-job.tsx';

export function JobBar() {
  const state = useApp((model) => model.state);
  const model = state && jobModel(state);
  if (!model) return null;
  return isOpen(model.job) ? <RunningJob model={model} /> : <EndedJob model={model} />;
}
