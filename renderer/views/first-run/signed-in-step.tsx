// Gone back to a step that is done: signing in once is enough.
import { Button } from '../../components/button.tsx';
import { useAppStore, useMessages } from '../../store/context.tsx';
import { PagePreview } from '../sign-in/page-preview.tsx';
import { StepPage } from './step-page.tsx';

export function SignedInStep() {
  const { firstRun: words } = useMessages();
  const { getState } = useAppStore();
  return (
    <StepPage
      step="sign-in"
      title={words.signedIn.title}
      lead={words.signedIn.text}
      show={<PagePreview />}
      foot={
        <>
          <Button onPress={() => getState().goToStep('welcome')}>{words.back}</Button>
          <Button look="primary" size="large" onPress={() => getState().goToStep('drives')}>
            {words.goOnSignedIn}
          </Button>
        </>
      }
    >
      {null}
    </StepPage>
  );
}
