// The way of one clip: from a pasted line to its bytes.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readManifest } from '../../../main/blink/manifest.ts';
import { connected, given } from './connected.ts';

test('someone pastes a token line, lists the drive and fetches a clip as it is on the drive', async () => {
  const { cloud, session, clock, simulated } = connected();
  const story = async () => {
    await session.open();
    expect(session.status).toEqual({ kind: 'signed-out', problem: null });
    given(await session.signInWithTokenLine(simulated.tokenLine));
    expect(session.status).toMatchObject({ kind: 'signed-in', accountId: simulated.accountId });

    const home = given(await cloud.homescreen('interactive'));
    const [module] = home.modules;
    if (!module) throw new Error('no module');
    expect(home).toMatchObject({ accountId: simulated.accountId, skipped: 0 });
    expect(home.cameras).toHaveLength(4);
    const address = { networkId: module.networkId, moduleId: module.id };
    expect(given(await cloud.driveStatus(address, 'interactive'))).toMatchObject({ state: 'active' });

    const listing = given(await cloud.readManifest(address, 'interactive'));
    const manifest = given(readManifest(listing.bytes));
    const [row] = manifest.rows;
    if (!row) throw new Error('no clip');
    const pair = { manifestId: manifest.manifestId, clipId: row.clipId };
    expect(await cloud.fetchClip(address, pair, 'interactive')).toEqual({ kind: 'not-there' });

    const upload = await cloud.requestUpload(address, pair, 'interactive');
    if (upload.kind !== 'started') throw new Error(upload.kind);
    await clock.sleep(6_000);
    expect(await cloud.commandState(address, upload.commandId, 'interactive')).toEqual({ kind: 'done' });
    const answer = await cloud.fetchClip(address, pair, 'interactive');
    if (answer.kind !== 'clip') throw new Error(answer.kind);
    const hash = createHash('sha256');
    for await (const part of answer.body) hash.update(part);
    const truth = simulated.truth().find(({ created_at }) => Date.parse(created_at) === row.recordedAtS * 1000);
    expect(hash.digest('hex')).toBe(truth?.sha256);
    expect(answer.length).toBe(truth?.bytes);
  };
  await clock.run(story());
});
