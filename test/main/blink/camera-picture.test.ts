// A camera's picture: the shapes its path comes in (§3), and what may come instead of a picture.
import { expect, test } from 'vitest';
import { picturePath } from '../../../main/blink/camera-picture.ts';
import type { NetworkId } from '../../../preload/contract.ts';
import { signedIn } from './scripted.ts';

// A test may make an id.
const whose = { accountId: 246810, networkId: 51001 as NetworkId, cameraId: 73003, type: 'catalina' };

test('a path without extension, one with a query that ends in ext, and a bare time', () => {
  expect(picturePath('/media/e007/camera/73003/picture', whose)).toBe('/media/e007/camera/73003/picture.jpg');
  const asItIs = '/api/v3/media/accounts/246810/thumbnail.jpg?ts=1770142000&ext=';
  expect(picturePath(asItIs, whose)).toBe(asItIs);
  expect(picturePath('1770142000', whose)).toBe(
    '/api/v3/media/accounts/246810/networks/51001/catalina/73003/thumbnail/thumbnail.jpg?ts=1770142000&ext=',
  );
});

test('none, or another host', () => {
  expect(picturePath('', whose)).toBeNull();
  expect(picturePath('https://evil.example/picture', whose)).toBeNull();
  expect(picturePath('//evil.example/picture', whose)).toBeNull();
});

const pictured = async (answer: () => Response) => {
  const { cloud, clock } = await signedIn(({ route }) => (route === 'GET /picture.jpg' ? answer() : undefined));
  return clock.run(cloud.cameraPicture('/picture.jpg'));
};

test('a JPEG, none, and something else', async () => {
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
  expect(await pictured(() => new Response(jpeg))).toEqual({ ok: true, value: jpeg });
  expect(await pictured(() => new Response(null, { status: 404 }))).toEqual({ ok: true, value: null });
  expect(await pictured(() => new Response('<html>'))).toMatchObject({ problem: { kind: 'unexpected-answer' } });
});
