// What was found: modules with their drives, cameras with their pictures; live while the lists are read.
import './drives-step.css';
import { Info } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { PlaceMark } from '../../components/place-mark.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { type Found, foundAtHome } from '../../store/first-run-model.ts';
import { FoundCameras } from './found-cameras.tsx';
import { ModuleCard } from './module-card.tsx';
import { StepPage } from './step-page.tsx';

export function DrivesStep() {
  const { firstRun: words } = useMessages();
  const { getState } = useAppStore();
  const found = useFound();
  const looking = found.reading && found.modules.length === 0;
  return (
    <StepPage
      step="drives"
      title={titleOf(found, looking, words)}
      lead={found.problem ? null : found.reading ? words.readingLead : words.foundLead}
      show={<FoundCameras cameras={found.cameras} />}
      foot={
        <>
          <Button onPress={() => getState().goToStep('sign-in')}>{words.back}</Button>
          <Button look="primary" size="large" onPress={() => getState().goToStep('folder')}>
            {words.toFolder}
          </Button>
        </>
      }
    >
      {looking && (
        <p className="looking" aria-hidden="true">
          <PlaceMark of="busy" size={18} turning />
        </p>
      )}
      {found.problem && <HomeProblem problem={found.problem} />}
      <ul className="found-modules">
        {found.modules.map((module) => (
          <ModuleCard key={module.id} module={module} />
        ))}
      </ul>
      {found.modules.length > 0 && (
        <p className="calm">
          <Icon of={Info} />
          <span>{words.subscription}</span>
        </p>
      )}
    </StepPage>
  );
}

function useFound(): Found {
  const state = useApp((model) => model.state);
  const clips = useApp((model) => model.clips);
  return foundAtHome(state ?? { systems: [], checking: true, notices: [] }, clips.table.cameras, clips.counts);
}

function titleOf(found: Found, looking: boolean, words: ReturnType<typeof useMessages>['firstRun']): string {
  if (found.problem?.kind === 'no-module') return words.noModule;
  if (found.modules.length > 0) return words.found(found.modules.length, found.clips);
  return looking || !found.problem ? words.looking : words.foundNothing;
}

function HomeProblem({ problem }: { readonly problem: NonNullable<Found['problem']> }) {
  const { firstRun: words, problems, library } = useMessages();
  const { getState } = useAppStore();
  const { title, text } = problems.text(problem);
  return (
    <div className="home-problem" role="status">
      <p>
        <b>{title}</b> {text}
      </p>
      <p>{words.stillWorks(problem.kind)}</p>
      <Button onPress={() => getState().checkForClips()}>{library.checkNow}</Button>
    </div>
  );
}
