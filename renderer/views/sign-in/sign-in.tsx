// The first screen: what Cliptray is, and signing in to it.
import './sign-in.css';
import { HardDrive, Lock, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { AppMark } from '../../components/app-mark.tsx';
import { Icon } from '../../components/icon.tsx';
import { useApp, useMessages } from '../../store/context.tsx';
import { BlinkPage } from './blink-page.tsx';
import { TokenLineForm } from './token-line-form.tsx';
import { WelcomePictures } from './welcome-pictures.tsx';

const pointIcons = [HardDrive, Lock, ShieldCheck];

export function SignIn() {
  const { signIn: words } = useMessages();
  const session = useApp((model) => model.state?.session);
  const commandProblem = useApp((model) => model.commandProblem);
  const again = useApp((model) => model.clips.counts.total > 0);
  const signIn = useApp((model) => model.signIn);
  const openLink = useApp((model) => model.openLink);
  const askToSignIn = useApp((model) => model.askToSignIn);
  const signInAtBlink = useApp((model) => model.signInAtBlink);
  const pasteCallbackAddress = useApp((model) => model.pasteCallbackAddress);
  const cancelSignIn = useApp((model) => model.cancelSignIn);
  /** Which of the two ways the last problem belongs to. */
  const [way, setWay] = useState<'page' | 'line'>('line');
  const waiting = session?.kind === 'signing-in' && (session.at !== 'blink' || way === 'page') ? session.at : null;
  const signedOut = session?.kind === 'signed-out' ? session : null;
  const problem = commandProblem ?? signedOut?.problem ?? null;

  return (
    <main className="sign-in">
      <section className="tell">
        <div className="middle">
          <AppMark size={52} />
          <h1>{again ? words.again : words.title}</h1>
          <p className="lead">{again ? words.againLead : words.lead}</p>
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
          <BlinkPage
            waiting={waiting}
            problem={way === 'page' ? problem : null}
            onStart={(where) => {
              setWay('page');
              signInAtBlink(where);
            }}
            onPaste={pasteCallbackAddress}
            onCancel={cancelSignIn}
            disabled={session?.kind === 'signing-in'}
          />
          {waiting === null && (
            <TokenLineForm
              suggestedLine={signedOut?.suggestedLine ?? null}
              working={session?.kind === 'signing-in'}
              problem={way === 'line' ? problem : null}
              onSignIn={(line) => {
                setWay('line');
                signIn(line);
              }}
              onHelp={() => openLink('token-line')}
              onBack={again ? () => askToSignIn(false) : null}
            />
          )}
        </div>
        <p className="fine">{words.unofficial}</p>
      </section>
      <WelcomePictures />
    </main>
  );
}
