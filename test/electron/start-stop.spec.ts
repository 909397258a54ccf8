// A second launch, and a computer that slept.
import { startBusService } from '../desktop/bus-service.ts';
import { run } from '../desktop/process.ts';
import { until } from '../desktop/until.ts';
import { expect, test } from './app.ts';
import { appArguments } from './launch.ts';
import { requestsOf, signIn } from './stories.ts';

test('a second launch shows the window of the first, and ends', async ({ electron, desktop, profile, launch }) => {
  const { main } = await launch();
  await main.evaluate(({ app }) => {
    app.on('second-instance', () => {
      process.env.SECOND = 'came';
    });
  });
  await run(electron.executable, [...appArguments, '--profile', profile], { env: desktop.env, timeout: 20_000 });
  await until('word of the second launch', () => main.evaluate(() => process.env.SECOND === 'came'));
  expect(main.windows()).toHaveLength(1);
  expect(await main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true);
});

test('when the computer wakes up, the app looks for new clips', async ({ desktop, startCloud, launch }) => {
  const manager = 'org.freedesktop.login1.Manager';
  const logind = await startBusService({
    address: desktop.env.DBUS_SYSTEM_BUS_ADDRESS ?? '',
    name: 'org.freedesktop.login1',
    path: '/org/freedesktop/login1',
    methods: {}, // Inhibit hands out a file descriptor, which cannot be made up: it is refused, and nobody minds
  });
  try {
    await logind.own();
    const cloud = await startCloud('--clips', '1', '--speed', '20');
    const { page } = await launch({ cloud, speed: 20 }); // its next regular check is half a minute away
    await signIn(page, cloud);
    const before = requestsOf(cloud, 'home').length;
    const sleepAndWake = () => {
      logind.signal(`${manager}.PrepareForSleep`, 'b', [true]);
      logind.signal(`${manager}.PrepareForSleep`, 'b', [false]);
    };
    // Not twice within a minute, which is three seconds here.
    await until('another look', () => {
      sleepAndWake();
      return requestsOf(cloud, 'home').length > before;
    });
  } finally {
    logind.stop();
  }
});
