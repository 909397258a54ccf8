import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pair } from '../../../main/blink/index.ts';
import { indexRoom } from '../../../main/library/index/calls.ts';
import { migrations } from '../../../main/library/index/schema.ts';
import { ClipFlag, type ClipKey, type ModuleId } from '../../../preload/contract.ts';
import { folder, manifest } from './room.ts';

// A drive that does everything a module was ever said to do, and a patient person who saves all of it.

const module = 62002 as ModuleId;

interface Clip {
  readonly content: number;
  readonly camera: string;
  readonly second: number;
  readonly size: number;
}

/** Of the nth clip that is recorded. */
type SizeOf = (content: number) => number;

class Drive {
  readonly #sizeOf: SizeOf;
  clips: Clip[] = [];
  #ids: number[] = [];
  /** The second of the clip that had each id in the last list, and whether another has had it since. */
  #listed = new Map<number, { readonly second: number; hasLeft: boolean }>();
  /** What the cloud still has of what was uploaded, by the pair it was asked for with. */
  readonly #uploaded = new Map<string, Clip>();
  #manifest = 5000;
  #recorded = 0;

  constructor(sizeOf: SizeOf) {
    this.#sizeOf = sizeOf;
  }

  /** `like`: in the same second as an earlier clip, one of three at most; `equal`: of the same size, too. */
  record(camera: number, like: number | null, isEqual: boolean): void {
    const content = ++this.#recorded;
    const open = this.clips.filter(({ second }) => this.#of(second).length < 3);
    const twin = like === null ? undefined : open[like % Math.max(1, open.length)];
    const size = twin && isEqual ? twin.size : this.#sizeOf(content);
    this.clips.push(
      twin ? { ...twin, content, size } : { content, camera: `Cam${camera}`, second: 3600 * content, size },
    );
    this.#ids.push(9000 + content);
  }

  /** Not one of several of a second: after ids were shuffled, too, nobody can tell which one is left. */
  remove(which: number): void {
    const place = which % Math.max(1, this.clips.length);
    if (this.#of(this.clips[place]?.second ?? 0).length !== 1) return;
    this.clips.splice(place, 1);
    this.#ids.splice(place, 1);
  }

  /** Every clip gets another's id, under the same manifest or a new one. None comes back unseen: nobody could tell. */
  shuffle(turns: number, isNewManifest: boolean): void {
    const by = turns % Math.max(1, this.#ids.length);
    const ids = [...this.#ids.slice(by), ...this.#ids.slice(0, by)];
    const places = ids.map((id, place) => ({ listed: this.#listed.get(id), second: this.clips[place]?.second }));
    if (places.some(({ listed, second }) => listed?.hasLeft && listed.second === second)) return;
    for (const { listed, second } of places) if (listed && listed.second !== second) listed.hasLeft = true;
    this.#ids = ids;
    if (isNewManifest) this.#manifest++;
  }

  listing(): Uint8Array {
    this.#listed = new Map(this.clips.map(({ second }, place) => [this.#ids[place] ?? 0, { second, hasLeft: false }]));
    const rows = this.clips.map(({ camera, second, size }, place) => ({
      id: String(this.#ids[place]),
      size: String(size),
      camera_name: camera,
      created_at: `${new Date(second * 1000).toISOString().slice(0, 19)}+00:00`,
    }));
    return manifest(String(this.#manifest), rows);
  }

  /** Whatever has this id now: a module does not know which list an id came from. */
  fetch({ manifestId, clipId }: Pair): Clip | undefined {
    const clip = this.clips[this.#ids.indexOf(Number(clipId))];
    if (clip) this.#uploaded.set(`${manifestId}/${clipId}`, clip);
    return clip;
  }

  /** What lies in the cloud where the module never heard of the request. */
  found({ manifestId, clipId }: Pair): Clip | undefined {
    return this.#uploaded.get(`${manifestId}/${clipId}`);
  }

  #of(second: number): readonly Clip[] {
    return this.clips.filter((clip) => clip.second === second);
  }
}

class Person {
  readonly drive: Drive;
  readonly #index: ReturnType<typeof indexRoom>;
  #now = 1_000;

  constructor(database: DatabaseSync, sizeOf: SizeOf) {
    this.drive = new Drive(sizeOf);
    for (const step of migrations) database.exec(step);
    this.#index = indexRoom(database, () => undefined);
    this.restart();
  }

  restart(): void {
    this.#index.calls.useAccount(1, this.#now);
  }

  /** Reads the list, and fetches again what it casts doubt on, at once or later. Answers how many those were. */
  list(fetchesAtOnce = true): number {
    const { calls } = this.#index;
    const merged = calls.merge(module, { bytes: this.drive.listing(), readAtMs: ++this.#now }, true);
    if (!merged.ok) throw new Error(merged.problem.details);
    for (const key of merged.value.doubtful) calls.doubted(key, this.#now, folder);
    if (fetchesAtOnce) for (const key of merged.value.doubtful) this.fetch(key);
    return merged.value.doubtful.length;
  }

  /** Saves some of what is not saved; answers how many. `isLost`: the module never hears of the requests. */
  save(most: number, isLost = false): number {
    const { key, flags } = this.#index.catalog.table.columns;
    const unsaved = [...key.keys()].filter(
      (place) =>
        place < this.#index.catalog.table.length &&
        ((flags[place] ?? 0) & (ClipFlag.onDrive | ClipFlag.saved)) === ClipFlag.onDrive,
    );
    return unsaved.slice(0, most).filter((place) => this.fetch((key[place] ?? 0) as ClipKey, folder, isLost)).length;
  }

  /** The module uploads a clip, and it never arrives here. */
  upload(key: ClipKey): void {
    const answer = this.#index.calls.pairOf(key);
    if (answer.kind === 'pair') this.drive.fetch(answer.pair);
  }

  saved(folderId = folder): readonly (Omit<Clip, 'size'> & { readonly isOnDrive: boolean })[] {
    const { calls, catalog } = this.#index;
    return calls.copiesIn(folderId).map((copy) => {
      const place = catalog.table.find(copy.key);
      return {
        content: Number(copy.sha256),
        camera: catalog.cameras[catalog.table.columns.camera[place] ?? -1]?.name ?? '',
        second: catalog.table.columns.recordedAtS[place] ?? 0,
        isOnDrive: catalog.isOnDrive(place),
      };
    });
  }

  fetch(key: ClipKey, folderId = folder, isLost = false): boolean {
    const { calls } = this.#index;
    const answer = calls.pairOf(key);
    if (answer.kind !== 'pair') return false;
    const clip = isLost ? this.drive.found(answer.pair) : this.drive.fetch(answer.pair);
    return clip !== undefined && this.#keep(key, clip, answer.pair, folderId, isLost);
  }

  /** Takes a clip for another, by ids that nothing speaks against. */
  mistake(key: ClipKey, clip: Clip | undefined): void {
    const answer = this.#index.calls.pairOf(key);
    if (answer.kind === 'pair' && clip) this.#keep(key, clip, answer.pair, folder, false);
  }

  #keep(key: ClipKey, clip: Clip, { manifestId, clipId }: Pair, folderId: string, mayBeOld: boolean): boolean {
    const { calls } = this.#index;
    calls.addJob({ kind: 'selection' }, [key], folderId, this.#now);
    calls.seal({
      key,
      folderId,
      path: `${key}.mp4`,
      taken: [],
      bytes: clip.size * 1024,
      sha256: String(clip.content),
      lengthMs: null,
      pair: { manifestId, clipId },
      mayBeOld,
    });
    calls.saved(key, folderId, ++this.#now);
    return true;
  }
}

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('record'),
      a: fc.nat(1),
      like: fc.option(fc.nat(20)),
      flag: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('list', 'save', 'save though lost'), a: fc.nat(5) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('renumber', 'permute', 'remove', 'restart'), a: fc.nat(20) }),
  },
);

function perform(
  person: Person,
  { do: what, a, ...rest }: { do: string; a: number; like?: number | null; flag?: boolean },
) {
  switch (what) {
    case 'record':
      return person.drive.record(a, rest.like ?? null, rest.flag ?? false);
    case 'list':
      return person.list(a % 2 === 0);
    case 'save':
      return person.save(a);
    case 'save though lost':
      return person.save(a, true);
    case 'renumber':
      return person.drive.shuffle(a, true);
    case 'permute':
      return person.drive.shuffle(a, false);
    case 'remove':
      return person.drive.remove(a);
    default:
      return person.restart();
  }
}

function withPerson(sizeOf: SizeOf, story: (person: Person) => void): void {
  const database = new DatabaseSync(':memory:');
  try {
    story(new Person(database, sizeOf));
  } finally {
    database.close();
  }
}

const sizes: Readonly<Record<string, SizeOf>> = {
  'of different sizes': (content) => Math.round(400 * 1.08 ** content),
  'all of one size': () => 400,
};

test.each(Object.entries(sizes))(
  'whatever a module does to its ids, in the end every clip is saved under its own name: %s',
  (_, sizeOf) => {
    const inTheEnd = fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) =>
      withPerson(sizeOf, (person) => {
        for (const one of steps) perform(person, one);
        // The module has settled down: a few rounds are enough.
        for (let round = 0; round < 6; round++) {
          person.list();
          person.save(Number.POSITIVE_INFINITY);
        }
        expect(person.list()).toBe(0);

        const saved = person.saved();
        const missing = person.drive.clips.filter(
          (clip) =>
            !saved.some(
              (copy) => copy.content === clip.content && copy.camera === clip.camera && copy.second === clip.second,
            ),
        );
        expect(missing).toEqual([]);
        const contents = new Map(person.drive.clips.map((clip) => [clip.content, clip]));
        const strange = saved.filter((copy) => {
          const clip = contents.get(copy.content);
          return copy.isOnDrive && clip && (clip.camera !== copy.camera || clip.second !== copy.second);
        });
        expect(strange).toEqual([]);
      }),
    );
    fc.assert(inTheEnd, { numRuns: 150 });
  },
);

test('a file that is confirmed stays so where its bytes come again under the name of another clip', () =>
  withPerson(
    () => 400,
    (person) => {
      person.drive.record(0, null, false);
      person.drive.record(0, null, false);
      person.list();
      person.save(1);
      person.list();
      person.drive.shuffle(1, false);
      person.save(1);
      expect(person.saved().map(({ content }) => content)).toEqual([1, 1]);
      expect(person.list()).toBe(1);
      expect(person.saved().map(({ content }) => content)).toEqual([1, 2]);
    },
  ));

test.each([
  ['the module gave new ids', true],
  ['the ids changed places', false],
])('of two equal clips with the same bytes, only the one fetched earlier is fetched again: %s', (_, isNewManifest) =>
  withPerson(
    () => 400,
    (person) => {
      person.drive.record(0, null, false);
      person.drive.record(0, 0, true);
      person.list();
      person.save(1);
      person.drive.shuffle(1, isNewManifest);
      if (isNewManifest) person.list();
      person.save(1);
      expect(person.saved().map(({ content }) => content)).toEqual([1, 1]);
      expect(person.list()).toBe(1);
      expect(person.saved().map(({ content }) => content)).toEqual([2, 1]);
      expect(person.list()).toBe(0);
    },
  ),
);

test('a doubt about a clip’s file in one folder is none about its file with other bytes in another', () =>
  withPerson(
    () => 400,
    (person) => {
      person.drive.record(0, null, false);
      person.drive.record(0, 0, true);
      person.list();
      person.save(1);
      person.drive.shuffle(1, true);
      person.list();
      person.fetch(1 as ClipKey, 'another');
      person.save(1);
      expect(person.saved().map(({ content }) => content)).toEqual([1, 1]);
      expect(person.saved('another').map(({ content }) => content)).toEqual([2]);
      expect(person.list()).toBe(1);
      expect(person.list()).toBe(0);
      expect(person.saved().map(({ content }) => content)).toEqual([2, 1]);
    },
  ));

describe('what an earlier request left in the cloud', () => {
  const contents = (person: Person) => person.saved().map(({ content }) => content);

  /** The first clip is saved and confirmed. */
  function confirmed(person: Person): void {
    person.save(1);
    person.list();
  }

  /** Two clips of one size, listed; ids change places after `before`, and are listed once more. */
  function changed(before: (person: Person) => void, story: (person: Person) => void): void {
    withPerson(
      () => 400,
      (person) => {
        person.drive.record(0, null, false);
        person.drive.record(0, null, false);
        person.list();
        before(person);
        person.drive.shuffle(1, false);
        story(person);
      },
    );
  }

  test('is not taken for another clip, and casts no doubt on the one that it is', () =>
    changed(confirmed, (person) => {
      person.list();
      person.save(1, true);
      expect(contents(person)).toEqual([1, 1]);
      expect(person.list()).toBe(1);
      expect(contents(person)).toEqual([1, 2]);
      expect(person.list()).toBe(0);
    }));

  test('is not taken for another clip because it comes a second time', () =>
    changed(confirmed, (person) => {
      person.list();
      person.save(1, true);
      expect(person.list(false)).toBe(1);
      person.save(1, true);
      expect(contents(person)).toEqual([1, 1]);
      expect(person.list()).toBe(1);
      expect(contents(person)).toEqual([1, 2]);
    }));

  test('is known by the file that was put aside, though its own clip has left the drive', () =>
    changed(
      (person) => person.save(1),
      (person) => {
        expect(person.list(false)).toBe(1);
        person.drive.remove(0);
        person.list();
        person.save(1, true);
        expect(contents(person)).toEqual([1]);
        expect(person.list()).toBe(1);
        expect(contents(person)).toEqual([2]);
      },
    ));

  test('is believed while nothing speaks against it, and no longer when its own clip arrives', () =>
    changed(
      (person) => person.upload(1 as ClipKey),
      (person) => {
        person.list();
        person.fetch(2 as ClipKey, folder, true);
        expect(person.list()).toBe(0);
        expect(contents(person)).toEqual([1]);
        person.save(1);
        expect(contents(person)).toEqual([1, 1]);
        expect(person.list()).toBe(1);
        expect(contents(person)).toEqual([1, 2]);
        expect(person.list()).toBe(0);
      },
    ));
});

test.each([
  ['of the other size is in doubt', (content: number) => 400 * content, [1, 2], 1],
  ['fetched earlier is in doubt, and then the other', () => 400, [1, 2], 2],
])('of two files with the same bytes whose ids agree, the one %s', (_, sizeOf, inTheEnd, rounds) =>
  withPerson(sizeOf, (person) => {
    person.drive.record(0, null, false);
    person.drive.record(0, null, false);
    person.list();
    person.save(1);
    expect(person.list()).toBe(0);
    person.mistake(2 as ClipKey, person.drive.clips[0]);
    expect(person.saved().map(({ content }) => content)).toEqual([1, 1]);
    for (let round = 0; round < rounds; round++) expect(person.list()).toBe(1);
    expect(person.list()).toBe(0);
    expect(person.saved().map(({ content }) => content)).toEqual(inTheEnd);
  }),
);
