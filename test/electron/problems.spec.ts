// What goes wrong with account, network or keychain is told in these words, with the one thing that helps. What can go
// wrong on Blink's own page is told in hosted-sign-in.spec.ts, and what with modules and drives in odd-homes.spec.ts.
import type { Page } from '@playwright/test';
import type { Problem } from '../../preload/contract.ts';
import { type Cloud, expect, test } from './app.ts';
import type { Desktop } from './desktop.ts';
import { checkNow, control, signIn, tryToSignIn, words } from './stories.ts';

// A page of Blink's that is refused says so in the console, too.
test.use({ mayComplainOf: /Failed to load resource/ });

interface Scene {
  readonly cloud: Cloud;
  readonly page: Page;
}

/** How a problem comes about, what is said then, and what the button under it is called. */
interface Case {
  readonly kind: Problem['kind'];
  readonly home?: readonly string[];
  readonly before?: (desktop: Desktop) => Promise<void>;
  readonly comesAbout: (scene: Scene) => Promise<void>;
  readonly says: RegExp;
  readonly helps: string | null;
}

/** Signed in, then every request for the home goes wrong in this way. */
const homeAnswers =
  (faults: string) =>
  async ({ cloud, page }: Scene) => {
    await signIn(page, cloud);
    await control(cloud, { fault: { faults } });
    await checkNow(page);
  };

const time = '\\d{1,2}:\\d\\d';

const cases: readonly Case[] = [
  {
    kind: 'token-line-unreadable',
    comesAbout: ({ page }) => tryToSignIn(page, 'hello there'),
    says: /This is not a token line\. It looks like refresh_token=… or a long code without spaces\./,
    helps: null,
  },
  {
    kind: 'signed-out',
    comesAbout: async ({ cloud, page }) => {
      await signIn(page, cloud);
      await control(cloud, { expire: 'refresh' });
      await control(cloud, { expire: 'access' });
      await checkNow(page);
    },
    says: /Blink asks you to sign in again\. Nothing is lost, the queue waits\./,
    helps: 'Sign in',
  },
  {
    kind: 'sign-in-refused',
    comesAbout: homeAnswers('406@home:1'),
    says: /Blink took this sign-in for a robot’s\. Don’t repeat it, that locks accounts\. Try without a VPN or from another network\./,
    helps: 'Use my browser',
  },
  {
    kind: 'too-many-requests',
    comesAbout: homeAnswers('429@home#1'),
    says: new RegExp(`Blink asks us to slow down\\. Nothing is lost\\. Saving goes on at ${time}\\.`),
    helps: null,
  },
  {
    kind: 'too-many-requests',
    comesAbout: homeAnswers('403@home#1'),
    says: new RegExp(`Blink asks us to slow down\\. Nothing is lost\\. Saving goes on at ${time}\\.`),
    helps: null,
  },
  {
    kind: 'blink-unavailable',
    comesAbout: homeAnswers('5xx@home:1'),
    says: new RegExp(`Blink’s service does not answer\\. It is not your module\\. Next try at ${time}\\.`),
    helps: 'Try now',
  },
  {
    kind: 'offline',
    comesAbout: async ({ cloud, page }) => {
      await signIn(page, cloud);
      await cloud.stop();
      await checkNow(page);
    },
    says: /You are offline\. Saved clips still play\. The queue goes on when the network is back\./,
    helps: null,
  },
  {
    kind: 'no-module',
    home: ['--modules', '0'],
    comesAbout: ({ cloud, page }) => tryToSignIn(page, cloud.refreshToken),
    says: /This account has no sync module\.\s*Cliptray needs one with a USB drive\./,
    helps: null,
  },
  {
    kind: 'keychain-locked',
    before: async ({ keyring }) => {
      await keyring.close();
      await keyring.open('locked');
    },
    comesAbout: async () => {},
    says: /Your keychain is locked\. Unlock it to stay signed in; without it you are signed in until you quit\./,
    helps: null,
  },
  {
    kind: 'keychain-missing',
    before: ({ keyring }) => keyring.close(),
    comesAbout: ({ cloud, page }) => signIn(page, cloud),
    says: /No keychain can be used here\. Nothing of a sign-in is written anywhere else: it lasts until you quit\./,
    helps: 'How to',
  },
  {
    kind: 'update-required',
    comesAbout: homeAnswers('426@home:1'),
    says: /Blink no longer talks to this version\. Saved clips still play\./,
    helps: null,
  },
  {
    kind: 'unexpected-answer',
    comesAbout: homeAnswers('html@home:1'),
    says: /Blink sent something new that this version does not know\. That part is skipped, the rest goes on\./,
    helps: null,
  },
];

for (const [place, { kind, home = [], before, comesAbout, says, helps }] of cases.entries()) {
  test(`${place + 1}: ${kind}`, async ({ startCloud, launch, desktop }, testInfo) => {
    await before?.(desktop);
    const cloud = await startCloud('--clips', '3', '--speed', '5', ...home);
    const { page } = await launch({ cloud, speed: 5 });
    await comesAbout({ cloud, page });
    await expect(page.getByRole('main')).toContainText(says);
    const banner = page.getByRole('alert');
    if (helps === null) await expect(banner.locator('.button.normal')).toHaveCount(0);
    else await expect(banner.getByRole('button', { name: helps })).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: testInfo.outputPath(`${kind}-${colorScheme}.png`) });
    }
  });
}

test('the facts behind a problem are shown when asked for, hide what is secret, and can be copied', async ({
  startCloud,
  launch,
}) => {
  const cloud = await startCloud('--clips', '3', '--speed', '5');
  const { main, page } = await launch({ cloud, speed: 5 });
  await homeAnswers('5xx@home:1')({ cloud, page });
  const banner = page.getByRole('alert');
  await banner.getByRole('button', { name: words.problems.details.show }).click();
  const facts = /^blink-unavailable: GET \/api\/v\d\/accounts\/\*\/homescreen: HTTP 50\d$/;
  await expect(banner.locator('code')).toHaveText(facts);
  await banner.getByRole('button', { name: words.problems.details.copy }).click();
  await expect(banner).toContainText(words.problems.details.copied);
  expect(await main.evaluate(({ clipboard }) => clipboard.readText())).toMatch(facts);
});

test('who was taken for a robot goes on in the browser', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '3', '--speed', '5');
  const { main, page } = await launch({ cloud, speed: 5 });
  await homeAnswers('406@home:1')({ cloud, page });
  await main.evaluate(({ shell }) => {
    shell.openExternal = async (address) => {
      process.env.OPENED = address;
    };
  });
  await page.getByRole('alert').getByRole('button', { name: 'Use my browser' }).click();
  await expect(page.getByRole('textbox', { name: words.signIn.browserAddress })).toBeVisible();
  expect(await main.evaluate(() => process.env.OPENED)).toContain('/oauth/v2/authorize');
});
