// Clips on a sync module's drive: the four steps (protocol §4.1–§4.4), the polls between them apart.
import { type Answer, binary, json, manifestInProcess, mediaNotFound, noSuchThing, systemIsBusy } from './answer.ts';
import type { CloudState } from './cloud-state.ts';
import { type Endpoint, type Ids, moduleOf, pathPattern, storagePath } from './endpoint.ts';
import type { SyncModule } from './home.ts';
import { makeManifest } from './made-manifest.ts';
import type { Command } from './module-lane.ts';
import { between } from './random.ts';

const clipPath = pathPattern(`${storagePath}/manifest/{M}/clip/request/{C}`);
const deletePath = pathPattern(`${storagePath}/manifest/{M}/clip/delete/{C}`);
/** How soon a module notices that a pair means nothing to it, or that its drive cannot be read. */
const refusalMs = 800;
/** How long a module takes to delete a clip. */
const deleteMs = { from: 500, to: 2000 };
const busyMs = { from: 3000, to: 15_000 };
/** Lists that nobody came for are thrown away. */
const manifestLifeMs = 600_000;

export const localStorageEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: pathPattern(`${storagePath}/manifest/request`),
    route: 'manifest',
    host: 'tier',
    answer: requestManifest,
  },
  {
    method: 'GET',
    path: pathPattern(`${storagePath}/manifest/request/{K}`),
    route: 'manifest',
    host: 'tier',
    answer: readManifest,
  },
  { method: 'POST', path: clipPath, route: 'post', host: 'tier', answer: requestUpload },
  { method: 'GET', path: clipPath, route: 'get', host: 'tier', answer: downloadClip },
  { method: 'POST', path: deletePath, route: 'delete', host: 'tier', answer: deleteClip },
];

function requestManifest(state: CloudState, _request: unknown, ids: Ids): Answer {
  const module = moduleOf(state, ids);
  if (!module) return noSuchThing();
  const struck = occupied(state, module, 'manifest');
  if (struck) return struck;
  const command = module.lane.start({
    kind: 'manifest',
    takesMs: module.drive.readable ? state.options.manifestMs : refusalMs,
    possible: module.drive.readable,
    fault: () => state.faults.draw(['fail'], 'manifest'),
    done(atMs) {
      if (command) state.manifests.set(command.id, makeManifest(state, module.drive, atMs));
      forgetOldManifests(state);
    },
  });
  return command ? started(command) : systemIsBusy();
}

/** A list that failed to be made stays "in process": never an empty one. */
function readManifest(state: CloudState, _request: unknown, ids: Ids): Answer {
  const module = moduleOf(state, ids);
  const id = Number(ids.K);
  if (!module?.lane.command(id)) return noSuchThing();
  const manifest = state.manifests.get(id);
  if (!manifest) return manifestInProcess();
  return { ...binary('application/json', manifest.body), fault: manifest.fault };
}

/** A pair that means nothing any more is taken, as the cloud cannot know; the module then fails at it. */
function requestUpload(state: CloudState, request: { readonly path: string }, ids: Ids): Answer {
  const module = moduleOf(state, ids);
  if (!module) return noSuchThing();
  const { M: manifestId = '', C: clipId = '' } = ids;
  const clip = module.drive.find(manifestId, clipId);
  const struck = occupied(state, module, 'post');
  if (struck) return { ...struck, clip };
  const { uploadMs, uploadJitter, copyLifeMs } = state.options;
  const available = clip !== undefined && module.drive.readable;
  const command = module.lane.start({
    kind: 'post',
    clip,
    takesMs: available ? uploadMs * between(state.random, 1 - uploadJitter, 1 + uploadJitter) : refusalMs,
    possible: available,
    fault: () => state.faults.draw(['fail', 'late'], 'post'),
    done(atMs) {
      const copy = state.copies.get(request.path);
      if (clip)
        state.copies.set(request.path, {
          clip,
          expiresAtMs: atMs + state.clock.span(copyLifeMs),
          refused: copy?.refused ?? false,
        });
    },
  });
  if (!command) return { ...systemIsBusy(), clip };
  if (clip) state.copies.set(request.path, { clip, expiresAtMs: null, refused: false });
  return { ...started(command), clip, takesMs: command.takesMs };
}

function downloadClip(state: CloudState, request: { readonly path: string }, ids: Ids): Answer {
  const module = moduleOf(state, ids);
  if (!module) return noSuchThing();
  module.lane.settle();
  const copy = state.copies.get(request.path);
  if (!copy) return { ...mediaNotFound(), clip: module.drive.find(ids.M ?? '', ids.C ?? '') };
  if (copy.expiresAtMs === null && state.options.sticky404) state.copies.set(request.path, { ...copy, refused: true });
  if (copy.expiresAtMs === null || copy.refused) return { ...mediaNotFound(), clip: copy.clip };
  if (state.clock.now() >= copy.expiresAtMs) {
    state.copies.delete(request.path);
    return { ...mediaNotFound(), clip: copy.clip };
  }
  return { ...binary('video/mp4', state.files.segments(copy.clip.file)), clip: copy.clip };
}

/** Irreversible; as with an upload, a pair that means nothing fails at the module only (protocol §4.8). */
function deleteClip(state: CloudState, _request: unknown, ids: Ids): Answer {
  const module = moduleOf(state, ids);
  if (!module) return noSuchThing();
  const { M: manifestId = '', C: clipId = '' } = ids;
  const clip = module.drive.find(manifestId, clipId);
  const struck = occupied(state, module, 'delete');
  if (struck) return { ...struck, clip };
  const available = clip !== undefined && module.drive.readable;
  const command = module.lane.start({
    kind: 'delete',
    clip,
    takesMs: available ? between(state.random, deleteMs.from, deleteMs.to) : refusalMs,
    possible: available,
    fault: () => state.faults.draw(['fail'], 'delete'),
    done(atMs) {
      if (!clip || module.drive.find(manifestId, clipId) !== clip) return;
      const lagMs = state.clock.span(between(state.random, 0, state.options.deletionLagMs));
      module.drive.remove(new Set([clip]), atMs + lagMs);
      state.gone([clip], atMs);
    },
  });
  return command ? { ...started(command), clip } : { ...systemIsBusy(), clip };
}

const started = ({ id, networkId, fault }: Command): Answer => ({ ...json({ id, network_id: networkId }), fault });

/** Draws whether the module is at somebody else's disposal from now on for a while. */
function occupied(state: CloudState, module: SyncModule, route: string): Answer | undefined {
  const fault = state.faults.draw(['busy'], route);
  if (!fault) return undefined;
  module.lane.settle();
  module.lane.beBusy(between(state.random, busyMs.from, busyMs.to));
  return { ...systemIsBusy(), fault };
}

function forgetOldManifests(state: CloudState): void {
  for (const [id, { atMs }] of state.manifests) {
    if (atMs + state.clock.span(manifestLifeMs) < state.clock.now()) state.manifests.delete(id);
  }
}
