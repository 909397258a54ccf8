// What a person sees once, when the app is new: what it is, signing in, what was found, where clips go.
import { useApp } from '../../store/context.tsx';
import { shownStep } from '../../store/first-run-model.ts';
import { SignIn } from '../sign-in/sign-in.tsx';
import { DrivesStep } from './drives-step.tsx';
import { FolderStep } from './folder-step.tsx';
import { SignedInStep } from './signed-in-step.tsx';
import { WelcomeStep } from './welcome-step.tsx';

export function FirstRun() {
  const asked = useApp((model) => model.firstRunStep);
  const session = useApp((model) => model.state?.session);
  if (!session) return null;
  switch (shownStep(asked, session)) {
    case 'welcome':
      return <WelcomeStep signedIn={session.kind === 'signed-in'} />;
    case 'sign-in':
      return session.kind === 'signed-in' ? <SignedInStep /> : <SignIn inFirstRun />;
    case 'drives':
      return <DrivesStep />;
    case 'folder':
      return <FolderStep />;
  }
}
