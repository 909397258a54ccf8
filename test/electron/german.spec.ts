// On a German desktop: the window, the tray and the system's dialogs speak German.
import { messagesFor } from '../../renderer/messages/index.ts';
import { startPanel } from '../desktop/panel.ts';
import { until } from '../desktop/until.ts';
import { expect, test } from './app.ts';

const german = messagesFor('de');

test('a German desktop gets German in window, tray and dialogs', async ({ desktop, startCloud, launch }) => {
  const panel = await startPanel(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '');
  try {
    await panel.come();
    const cloud = await startCloud('--clips', '3', '--speed', '20');
    const { main, page } = await launch({
      cloud,
      speed: 20,
      args: ['--lang=de'],
      env: { LANGUAGE: 'de', LANG: 'de_DE.UTF-8' },
    });
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');

    const field = page.getByRole('textbox', { name: german.signIn.tokenLine });
    const fold = page.getByRole('button', { name: german.signIn.pasteLine });
    await expect(field.or(fold)).toBeVisible();
    if (await fold.isVisible()) await fold.click();
    await field.fill(cloud.refreshToken);
    await page.getByRole('button', { name: german.signIn.signIn, exact: true }).click();
    await expect(page.getByRole('grid', { name: german.library.list }).locator('[data-clip]').first()).toBeVisible();

    await until('the tray to offer its end', async () =>
      (await panel.menu()).some(({ label }) => label === german.tray.quit),
    );

    await main.evaluate(({ dialog }) => {
      dialog.showOpenDialog = async (...given: unknown[]) => {
        process.env.ASKED = (given.at(-1) as { title?: string }).title ?? ''; // the options come last
        return { canceled: true, filePaths: [] };
      };
    });
    await page.getByRole('button', { name: german.library.openSettings }).click();
    await page.getByRole('tab', { name: german.settings.pages.folder }).click();
    await page.getByRole('button', { name: german.settings.chooseFolder }).click();
    await until('a dialog', () => main.evaluate((_, title) => process.env.ASKED === title, german.folder.question));
  } finally {
    panel.stop();
  }
});
