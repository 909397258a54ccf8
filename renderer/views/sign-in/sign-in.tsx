// Signing in: on Blink's page, in the browser, or with a token line. A step of the first run, or a page of its own.
import { Clock } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { StepPage } from '../first-run/step-page.tsx';
import { BlinkPage } from './blink-page.tsx';
import { PagePreview } from './page-preview.tsx';
import { TokenLine } from './token-line.tsx';

export function SignIn({ inFirstRun = false }: { readonly inFirstRun?: boolean }) {
  const { signIn: words, firstRun } = useMessages();
  const { getState } = useAppStore();
  const session = useApp((model) => model.state?.session);
  const commandProblem = useApp((model) => model.commandProblem);
  const hasClips = useApp((model) => model.clips.counts.total > 0);
  /** Which of the two ways is being gone, and the last problem belongs to. */
  const [way, setWay] = useState<'page' | 'line'>('page');
  const again = hasClips && !inFirstRun;
  const working = session?.kind === 'signing-in';
  const waiting = working && (session.at !== 'blink' || way === 'page') ? session.at : null;
  const signedOut = session?.kind === 'signed-out' ? session : null;
  const problem = working ? null : (commandProblem ?? signedOut?.problem ?? null);

  return (
    <StepPage
      step={inFirstRun ? 'sign-in' : null}
      title={again ? words.again : words.title}
      lead={leadOf(waiting, again, words)}
      show={<PagePreview />}
      foot={
        inFirstRun ? (
          <Button onPress={() => getState().goToStep('welcome')}>{firstRun.back}</Button>
        ) : (
          <Button onPress={() => (again ? getState().askToSignIn(false) : getState().openSavedOnly())}>
            {again ? words.back : firstRun.savedOnly}
          </Button>
        )
      }
    >
      <BlinkPage
        waiting={waiting}
        problem={waiting === 'browser' ? commandProblem : way === 'page' ? problem : null}
        onStart={(where) => {
          setWay('page');
          getState().signInAtBlink(where);
        }}
        onShow={() => getState().bringSignInToFront()}
        onPaste={(address) => getState().pasteCallbackAddress(address)}
        onCancel={() => getState().cancelSignIn()}
        disabled={working}
      />
      {waiting === null && (
        <TokenLine
          suggestedLine={signedOut?.suggestedLine ?? null}
          working={working}
          problem={way === 'line' ? problem : null}
          onSignIn={(line) => {
            setWay('line');
            getState().signIn(line);
          }}
          onHelp={() => getState().openLink('token-line')}
        />
      )}
      <p className="calm">
        <Icon of={Clock} size={14} />
        <span>{words.dontRepeat}</span>
      </p>
    </StepPage>
  );
}

function leadOf(
  waiting: 'window' | 'browser' | 'blink' | null,
  again: boolean,
  words: ReturnType<typeof useMessages>['signIn'],
): string {
  if (waiting === 'window') return words.openLead;
  if (waiting === 'browser') return words.browserLead;
  return again ? words.againLead : words.lead;
}
