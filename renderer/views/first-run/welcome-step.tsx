// The first words: what Cliptray is, what it is not, and the way in.
import './welcome-step.css';
import { HardDrive, Lock, ShieldCheck } from 'lucide-react';
import { AppMark } from '../../components/app-mark.tsx';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useAppStore, useMessages } from '../../store/context.tsx';
import { StepPage } from './step-page.tsx';
import { WelcomePictures } from './welcome-pictures.tsx';

const pointIcons = [HardDrive, Lock, ShieldCheck];

export function WelcomeStep({ signedIn }: { readonly signedIn: boolean }) {
  const { firstRun: words } = useMessages();
  const { getState } = useAppStore();
  const start = () => {
    getState().goToStep('sign-in');
    if (!signedIn) getState().signInAtBlink('window');
  };
  return (
    <StepPage
      step="welcome"
      mark={<AppMark size={52} />}
      title={words.title}
      lead={words.lead}
      show={<WelcomePictures />}
      foot={<p className="fine">{words.unofficial}</p>}
    >
      <ul className="points">
        {words.points.map((point, index) => (
          <li key={point.title}>
            <Icon of={pointIcons[index] ?? ShieldCheck} size={18} />
            <span>
              <b>{point.title}</b> {point.text}
            </span>
          </li>
        ))}
      </ul>
      <div className="start">
        <Button look="primary" size="large" onPress={start}>
          {signedIn ? words.goOnSignedIn : words.start}
        </Button>
        <Button look="plain" size="large" onPress={() => getState().openSavedOnly()}>
          {words.savedOnly}
        </Button>
      </div>
    </StepPage>
  );
}
