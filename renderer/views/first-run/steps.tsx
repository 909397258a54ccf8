// How far the first run is: four steps, those behind with a check.
import './steps.css';
import { Check } from 'lucide-react';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../store/context.tsx';
import { type FirstRunStep, firstRunSteps } from '../../store/first-run-model.ts';

export function Steps({ current }: { readonly current: FirstRunStep }) {
  const { firstRun } = useMessages();
  const at = firstRunSteps.indexOf(current);
  return (
    <ol className="steps" aria-label={firstRun.steps.name}>
      {firstRunSteps.map((step, index) => (
        <li key={step} aria-current={step === current ? 'step' : undefined}>
          {index < at ? (
            <>
              <Icon of={Check} />
              <span className="only-spoken">{firstRun.done}: </span>
            </>
          ) : (
            <b>{index + 1}</b>
          )}
          {firstRun.steps[step]}
        </li>
      ))}
    </ol>
  );
}
