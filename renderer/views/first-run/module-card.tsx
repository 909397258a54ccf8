// One sync module as found: its drive, its cameras and clips; or what keeps it, in plain words, and what still works.
import './module-card.css';
import { Button } from '../../components/button.tsx';
import { ClipPicture } from '../../components/clip-picture.tsx';
import { Meter } from '../../components/meter.tsx';
import { cameraUrl } from '../../store/clip-urls.ts';
import { useAppStore, useMessages } from '../../store/context.tsx';
import type { FoundModule } from '../../store/first-run-model.ts';

export function ModuleCard({ module }: { readonly module: FoundModule }) {
  const { firstRun: words } = useMessages();
  const { name, system, status, cameras, clips, cameraId, driveUsedPercent: used, problem } = module;
  const facts = [system, words.cameras(cameras), clips > 0 || status === 'ready' ? words.clips(clips) : null];
  return (
    <li className="module-card">
      <span className="picture">
        <ClipPicture
          poster={status === 'offline' || cameraId === null ? null : cameraUrl(cameraId)}
          camera={cameraId === null ? null : cameraUrl(cameraId)}
        />
      </span>
      <div className="facts">
        <b>{name}</b> <span className={`tag ${status}`}>{words.status[status]}</span>
        <p>{facts.filter((fact) => fact !== null).join(' · ')}</p>
        {problem && <ModuleProblem problem={problem} />}
        {used !== null && !problem && (
          <>
            <Meter name={words.driveName(name)} percent={used} />
            <p>{words.driveUsed(used)}</p>
          </>
        )}
      </div>
    </li>
  );
}

function ModuleProblem({ problem }: { readonly problem: NonNullable<FoundModule['problem']> }) {
  const { firstRun: words, problems } = useMessages();
  const { getState } = useAppStore();
  const { title, text, action } = problems.text(problem);
  return (
    <>
      <p>
        {title} {text}
      </p>
      <p>{words.stillWorks(problem.kind)}</p>
      {action && (
        <Button size="small" onPress={() => getState().act(action.does)}>
          {action.label}
        </Button>
      )}
    </>
  );
}
