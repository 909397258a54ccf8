// Gone back to a step that is done: signing in once is enough.
import { Button } from '../../components/button.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { PagePreview } from '../sign-in/page-preview.tsx';
import { StepPage } from './step-page.tsx';

export function SignedInStep() {
  const { firstRun: words, account } = useMessages();
  const session = useApp((model) => model.state?.session);
  const { getState } = useAppStore();
  return (
    <StepPage
      step="sign-in"
      title={words.signedIn}
      lead={session?.kind === 'signed-in' ? account.keptIn[session.keptIn] : null}
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
