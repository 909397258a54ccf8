// The words of the first screen and of signing in, in English.
export const signIn = {
  title: 'Your clips, off the drive and into a folder',
  again: 'Sign in again',
  lead: 'Cliptray shows every clip on the USB drive in your Blink sync module, plays it, and saves what you want to keep.',
  againLead: 'Nothing is lost: saved clips stay, the queue goes on when you are signed in.',
  points: [
    { title: 'Between Blink and this computer only.', text: 'No other cloud, no account with us.' },
    {
      title: 'We never see your password.',
      text: 'You type it on Blink’s own page; what lets us in is kept in your keychain and nowhere else.',
    },
    { title: 'A clip counts as saved when its file is checked.', text: 'Not before.' },
  ],
  windowTitle: 'Sign in to Blink',
  atBlink: 'Sign in at Blink',
  inBrowser: 'Use my browser instead',
  waiting: 'Waiting for you to sign in',
  waitingText: 'Blink’s page is open in the small window. You have 15 minutes; starting over is fine.',
  cancel: 'Cancel',
  finishing: 'Blink is being asked for your sign-in',
  browserText:
    'Sign in there. It ends on a page that shows nothing: copy its address, which begins with applinks.blink.com, and paste it here.',
  browserAddress: 'Address where it ended',
  browserHint: 'https://applinks.blink.com/signin/callback?…',
  goOn: 'Go on',
  tokenLine: 'Token line',
  tokenLineHint: 'refresh_token=…|host=…|client_id=…',
  tokenLineHelp:
    'The line that Blink scripts keep as BLINK_TOKENS, or a refresh token alone. E-mail and password in it are ignored.',
  suggested: 'Filled in for the simulated cloud. Nothing is sent before you sign in.',
  whatIsThis: 'Where do I get one?',
  signIn: 'Sign in',
  signingIn: 'Signing in',
  back: 'Back to my clips',
  unofficial:
    'Not made or approved by Blink or Amazon. It uses the same service as the phone app, which may change without notice.',
  opening: 'Opening your library',
};
