// The window over a made-up house instead of main: `?story=NAME&language=de`.
import '../../../renderer/styles/tokens.css';
import '../../../renderer/styles/base.css';
import { createRoot } from 'react-dom/client';
import { ClipFlag } from '../../../preload/contract.ts';
import { App } from '../../../renderer/app.tsx';
import { messagesFor } from '../../../renderer/messages/index.ts';
import { createAppStore } from '../../../renderer/store/app-store.ts';
import { AppProvider } from '../../../renderer/store/context.tsx';
import { cameraOf } from './clip-urls.ts';
import { done, FakeBridge } from './fake-bridge.ts';
import { belongings, clipStory, columnsOf, manyClips, renamePlan, signedIn } from './made-up.ts';
import { type Story, stories } from './stories.ts';

const query = new URLSearchParams(location.search);
const clips = Number(query.get('clips') ?? 0);
const story: Story | undefined =
  clips > 0 ? { state: signedIn, clips: manyClips(clips) } : stories[query.get('story') ?? 'library'];
if (!story) throw new Error(`no such story; there are ${Object.keys(stories).join(', ')}`);

const fake = new FakeBridge(story.state, story.clips, {
  getClipFacts: ({ key }) => ({
    ok: true,
    value: {
      key,
      fileName: 'Front gate/2026-11-23/2026-11-23 13.58.04 Front gate.mp4',
      width: 1920,
      height: 1080,
      codec: 'avc1',
      lengthMs: null,
      bytes: 1_400_000,
      isGuess: false,
    },
  }),
  prepareClip: ({ key }) => (story.slow && key === 4 ? new Promise(() => undefined) : done),
  releaseClip: () => done,
  storePoster: ({ key, jpeg }) => {
    const start = Array.from(jpeg.subarray(0, 3), (byte) => byte.toString(16)).join('');
    document.documentElement.dataset.poster ??= `${key}: ${start}, ${jpeg.length} bytes`;
    return done;
  },
  copyClip: () => done,
  offerClips: () => ({ ok: true, value: { missing: [] } }),
  dragClips: () => done,
  markSeen: () => done,
  markStarred: () => done,
  markExcluded: () => done,
  lookAtDeletion: ({ keys }) => ({
    ok: true,
    value: {
      deletable: keys.slice(0, Math.max(1, keys.length - 34)),
      kept:
        keys.length > 34
          ? [
              { why: 'not-saved', clips: 31 },
              { why: 'file-changed', clips: 3 },
            ]
          : [],
    },
  }),
  explainClip: () => ({ ok: true, value: { events: clipStory } }),
  showFolder: () => done,
  showLog: () => done,
  getBelongings: () => ({ ok: true, value: belongings }),
  chooseFolder: () => ({ ok: true, value: true }),
  saveClipsElsewhere: ({ keys }) => ({ ok: true, value: { jobId: null, added: keys.length } }),
  saveClips: ({ keys }) => ({ ok: true, value: { jobId: null, added: keys.length } }),
  previewNames: ({ template }) => ({
    ok: true,
    value: template.includes('{camera}')
      ? {
          kind: 'names',
          newest: 'Front gate/2026-11-23/2026-11-23 13.58.04 Front gate.mp4',
          twin: 'Front gate/2026-11-23/2026-11-23 13.58.04 Front gate (2).mp4',
          doubledHour: 'Front gate/2026-10-25/2026-10-25 02.45.00+0100 Front gate.mp4',
        }
      : { kind: 'fault', fault: { kind: 'unknown-token', token: 'kamera' } },
  }),
  getPluggedDrives: () => ({
    ok: true,
    value: [
      { path: '/media/someone/BLINK', name: 'BLINK', looksLikeBlink: true },
      { path: '/media/someone/Holiday pictures', name: 'Holiday pictures', looksLikeBlink: false },
    ],
  }),
  importClips: () => ({ ok: true, value: true }),
  getRenamePlan: () => ({ ok: true, value: renamePlan }),
  renameSaved: () => done,
  stopRenaming: () => done,
  changeSettings: (changes) => {
    fake.changeState({ settings: { ...fake.state.settings, ...changes } });
    return done;
  },
});
const store = createAppStore({ bridge: fake.bridge, timeZone: 'Europe/Berlin' });
if (story.step) store.setState({ firstRunStep: story.step });
store.getState().goTo(story.page ?? 'library');
cameraOf.ask = (key) => store.getState().clips.table.clip(key)?.camera ?? 0;

// A test records new clips: window.dispatchEvent(new CustomEvent('new-clips', { detail: 3 })).
let newest = 1_000_000;
window.addEventListener('new-clips', (event) => {
  const count = (event as CustomEvent<number>).detail; // sent by a test
  const clips = Array.from({ length: count }, (_, index) => ({
    camera: 2,
    local: `2026-11-23T14:00:0${index}`,
    sizeKiB: 900,
    lengthMs: 0,
    flags: ClipFlag.onDrive,
  }));
  fake.changeClips(columnsOf(clips, newest));
  newest += count;
});

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');
createRoot(place).render(
  <AppProvider store={store} messages={messagesFor(query.get('language') ?? 'en')}>
    <App />
  </AppProvider>,
);
