// Blink's own sign-in pages, as a browser sees them: e-mail, password, code, and back to the app (protocol §2.2).
import { type Answer, html } from './answer.ts';
import { person, type Visit } from './authorizations.ts';
import type { CloudState } from './cloud-state.ts';
import { type CloudRequest, type Endpoint, pathPattern } from './endpoint.ts';

export const redirectUri = 'https://applinks.blink.com/signin/callback';
const slowMs = 8_000;

export const signInPages: readonly Endpoint[] = [
  { method: 'GET', path: pathPattern('/oauth/v2/authorize'), route: 'authorize', host: 'oauth', answer: authorize },
  { method: 'POST', path: pathPattern('/oauth/v2/signin'), route: 'sign-in-page', host: 'oauth', answer: submit },
  { method: 'GET', path: pathPattern('/amazon/consent'), route: 'sign-in-page', host: 'oauth', answer: consent },
  { method: 'GET', path: pathPattern('/amazon/signin'), route: 'sign-in-page', host: 'oauth', answer: amazon },
];

function authorize({ signIn, authorizations }: CloudState, { query }: CloudRequest): Answer {
  if (signIn.pages === 'robot') return html(406, 'Not Acceptable');
  if (signIn.pages === 'broken') return { ...html(200, 'Blink'), reset: true };
  const wrong = wrongParameter(query);
  if (wrong) return html(400, `Invalid request: ${wrong}`);
  if (authorizations.locked) return lockedPage();
  const visit = authorizations.begin(query.get('code_challenge') ?? '', query.get('state') ?? '');
  if (signIn.pages === 'pop-up') return popUpPage(visit, 'signin');
  if (signIn.pages === 'opener') return popUpPage(visit, 'consent');
  const page = stepPage(visit, null);
  return signIn.pages === 'slow' ? { ...page, afterMs: slowMs } : page;
}

/** The first parameter that is not as the protocol has it. */
function wrongParameter(query: URLSearchParams): string | null {
  const exact = {
    client_id: 'android',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'client',
    code_challenge_method: 'S256',
    prompt: 'login',
    app_brand: 'blink',
  };
  for (const [name, value] of Object.entries(exact)) if (query.getAll(name).join() !== value) return name;
  if (!/^[\w-]{43}$/.test(query.get('state') ?? '')) return 'state';
  if (!/^[\w-]{43}$/.test(query.get('code_challenge') ?? '')) return 'code_challenge';
  if (!/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/.test(query.get('hardware_id') ?? '')) return 'hardware_id';
  const described = ['app_version', 'device_brand', 'device_model', 'device_os_version'];
  return described.find((name) => !query.get(name)) ?? null;
}

function submit(state: CloudState, request: CloudRequest): Answer {
  const { authorizations } = state;
  const form = new URLSearchParams(request.body);
  const visit = authorizations.visit(form.get('visit') ?? '');
  if (!visit) return html(400, 'This page is too old');
  if (authorizations.locked) return lockedPage();
  if (form.has('resend')) return stepPage(visit, 'A new code is on its way');
  if (form.has('cancel')) return leave(state, `error=access_denied&state=${visit.state}`);
  const given = form.get(visit.step) ?? '';
  if (given !== person[visit.step]) {
    if (visit.step !== 'email') authorizations.wrong();
    return authorizations.locked ? lockedPage() : stepPage(visit, `Wrong ${visit.step}`);
  }
  if (visit.step === 'code') return leave(state, finished(state, visit));
  visit.step = visit.step === 'email' ? 'password' : 'code';
  return stepPage(visit, null);
}

function finished({ authorizations, signIn }: CloudState, visit: Visit): string {
  const code = authorizations.finish(visit);
  if (signIn.pages === 'wrong-state') return `code=${code}&state=${'A'.repeat(43)}`;
  if (signIn.pages === 'error') return `error=server_error&state=${visit.state}`;
  if (signIn.pages === 'both') return `code=${code}&error=access_denied&state=${visit.state}`;
  return `code=${code}&state=${visit.state}`;
}

function leave({ signIn }: CloudState, query: string): Answer {
  const address = `${redirectUri}?${query}`;
  if (signIn.pages === 'script') return page('Blink', `<script>location.href = ${JSON.stringify(address)}</script>`);
  return { status: 302, headers: { location: address }, body: [] };
}

/** Accounts linked to Amazon sign in on a page that opens in a window of its own, and may go on where they began. */
const popUpPage = ({ id }: Visit, at: 'signin' | 'consent'): Answer =>
  page(
    'Blink',
    `<button onclick="window.open('/amazon/${at}?visit=${id}')">Sign in with Amazon</button>
<script>addEventListener('message', ({ data }) => { location.href = '/amazon/signin?visit=' + data; });</script>`,
  );

/** Answers to the page that opened it, and closes itself. */
function consent({ authorizations }: CloudState, { query }: CloudRequest): Answer {
  const visit = authorizations.visit(query.get('visit') ?? '');
  if (!visit) return html(400, 'This page is too old');
  return page('Amazon', `<button onclick="opener.postMessage('${visit.id}', origin); window.close()">Allow</button>`);
}

function amazon({ authorizations }: CloudState, { query }: CloudRequest): Answer {
  const visit = authorizations.visit(query.get('visit') ?? '');
  return visit ? stepPage(visit, null) : html(400, 'This page is too old');
}

const lockedPage = (): Answer => html(429, 'Access limit exceeded, try again in 60 minutes');

const labels = { email: 'E-mail', password: 'Password', code: 'Code' } as const;

function stepPage({ id, step }: Visit, said: string | null): Answer {
  const more = step === 'code' ? '<button name="resend" formnovalidate>Send a new code</button>' : '';
  return page(
    'Sign in to Blink',
    `${said === null ? '' : `<p role="alert">${said}</p>`}
<form method="post" action="/oauth/v2/signin">
<input type="hidden" name="visit" value="${id}">
<label>${labels[step]} <input name="${step}" type="${step === 'password' ? 'password' : 'text'}" required autofocus></label>
<button>Continue</button>${more}<button name="cancel" formnovalidate>Cancel</button>
</form>`,
  );
}

function page(title: string, content: string): Answer {
  const style =
    'body{font:16px sans-serif;max-width:320px;margin:60px auto}input,button{font:inherit;margin:6px 0;padding:8px}';
  const text = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head><body><h1>${title}</h1>${content}</body></html>`;
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: [new TextEncoder().encode(text)],
  };
}
