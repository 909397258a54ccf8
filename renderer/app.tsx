// What the window shows: the first run, signing in, or the library, as the session says.
import { useEffect } from 'react';
import { useApp } from './store/context.tsx';
import { FirstRun } from './views/first-run/first-run.tsx';
import { Library } from './views/library/library.tsx';
import { Opening } from './views/sign-in/opening.tsx';
import { SignIn } from './views/sign-in/sign-in.tsx';
import { useTheme } from './views/use-theme.ts';
import { useWindowInFront } from './views/use-window-in-front.ts';

export function App() {
  const session = useApp((model) => model.state?.session.kind);
  const asked = useApp((model) => model.signInAsked);
  const hasClips = useApp((model) => model.clips.counts.total > 0);
  const known = useApp((model) => model.clips.known);
  const savedOnly = useApp((model) => model.savedOnly);
  const firstRun = useApp((model) => model.state?.firstRun != null && !model.state.readOnly);
  const askToSignIn = useApp((model) => model.askToSignIn);
  useTheme();
  useWindowInFront();

  useEffect(() => {
    if (session === 'signed-in') askToSignIn(false);
  }, [session, askToSignIn]);

  if (session === undefined || session === 'opening' || !known) return <Opening />;
  if (firstRun) return <FirstRun />;
  if (session === 'signed-in' || ((hasClips || savedOnly) && !asked)) return <Library />;
  return <SignIn />;
}
