// A computer that slept.
import { startBusService } from '../desktop/bus-service.ts';
import { until } from '../desktop/until.ts';
import { test } from './app.ts';
import { requestsOf, signIn } from './stories.ts';

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
