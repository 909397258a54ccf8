// Drives an unchanged iobroker.blink: signs in by refresh token, saves every clip, prints one JSON line per file.
// Usage: iobroker-driver.cjs PATH_OF_BLINK_API CLOUD_URL REFRESH_TOKEN FOLDER
const { createHash, randomUUID } = require('node:crypto');
const { mkdirSync, rmSync, writeFileSync } = require('node:fs');
const http = require('node:http');
const https = require('node:https');

const [apiPath, url, refreshToken, folder] = process.argv.slice(2);

// Base addresses only: whatever it asks Blink's hosts, it asks the cloud.
const { hostname, port } = new URL(url);
https.request = (options, answered) => http.request({ ...options, hostname, port }, answered);

const api = require(apiPath);

async function main() {
  // Its only door for a refresh token is the session that it keeps in this folder.
  const email = `${randomUUID()}@example.org`;
  const sessionFile = `/tmp/blink_session_cache/${createHash('sha256').update(email).digest('hex')}.json`;
  mkdirSync('/tmp/blink_session_cache', { recursive: true });
  const session = { accessToken: 'ended', refreshToken, expiresAt: 0, hardwareId: randomUUID().toUpperCase(), email };
  writeFileSync(sessionFile, JSON.stringify({ ...session, apiHost: 'rest-prod.immedia-semi.com' }));
  try {
    await saveAll(await api.getSession(email, 'unused'));
  } finally {
    rmSync(sessionFile, { force: true });
  }
}

async function saveAll(session) {
  const { syncModules } = await api.getDevices(session);
  for (const { network_id: networkId, sync_id: moduleId } of syncModules) {
    const { manifestId, clips } = await api.getLocalStorageClips(session, networkId, moduleId);
    for (const clip of clips) {
      const file = `${folder}/${clip.id}.mp4`;
      await api.downloadLocalClip(session, networkId, moduleId, manifestId, clip.id, file);
      console.log(JSON.stringify({ file, camera: clip.camera_name, created_at: clip.created_at }));
    }
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
