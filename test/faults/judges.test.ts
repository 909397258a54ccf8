// The judges of a fault run: they see what they are there to see.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LogEntry, TruthRow } from '../blink-cloud/index.ts';
import { compare } from './compare.ts';
import { fetchedTwice, type Reasons } from './fetched-twice.ts';
import { signInsIn } from './report.ts';

const hash = (content: string) => createHash('sha256').update(content).digest('hex');
const clip = (content: string, minute: number): TruthRow => ({
  network_id: 1,
  sync_module_id: 2,
  camera: 'Garden',
  camera_name: 'Garden',
  created_at: `2026-11-23T12:0${minute}:00+00:00`,
  size: 1,
  bytes: content.length,
  sha256: hash(content),
});
const truth = [clip('one', 1), clip('two', 2)];

describe('the folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cliptray-judges-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const name = (minute: number) => `Garden/2026-11-23/2026-11-23 13.0${minute}.00 Garden`;
  function put(file: string, content: string, minute = 1): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
    const recordedAt = new Date(clip('', minute).created_at);
    utimesSync(join(folder, file), recordedAt, recordedAt);
  }
  const found = () => {
    const { differences, ...losses } = compare(folder, truth);
    return { ...losses, differences: differences.length };
  };
  const none = { equal: 1, lost: 0, doubled: 0, mixedUp: 0, corrupt: 0, partial: 0 };

  test('as it should be', () => {
    put(`${name(1)}.mp4`, 'one');
    put(`${name(2)}.mp4`, 'two', 2);
    expect(found()).toEqual({ ...none, equal: 2, differences: 0 });
  });

  test('a clip that is lost', () => {
    put(`${name(1)}.mp4`, 'one');
    expect(found()).toEqual({ ...none, lost: 1, differences: 1 });
  });

  test('a clip that stands there twice', () => {
    put(`${name(1)}.mp4`, 'one');
    put(`${name(1)} (2).mp4`, 'one');
    put(`${name(2)}.mp4`, 'two', 2);
    expect(found()).toEqual({ ...none, equal: 2, doubled: 1, differences: 1 });
  });

  test('two clips under each other’s names', () => {
    put(`${name(1)}.mp4`, 'two');
    put(`${name(2)}.mp4`, 'one', 2);
    expect(found()).toEqual({ ...none, equal: 0, mixedUp: 2, differences: 4 });
  });

  test('a clip at another time than it was recorded', () => {
    put(`${name(1)}.mp4`, 'one');
    put(`${name(2)}.mp4`, 'two', 1);
    expect(found()).toEqual({ ...none, mixedUp: 1, differences: 1 });
  });

  test('half a clip, and an unfinished file', () => {
    put(`${name(1)}.mp4`, 'one');
    put(`${name(2)}.mp4`, 'tw', 2);
    put('.cliptray-partial/7-x.part', 't', 2);
    expect(found()).toEqual({ ...none, lost: 1, corrupt: 1, partial: 1, differences: 3 });
  });
});

describe('the log', () => {
  const get = (t: number, pair: string, bytes = 3): LogEntry => ({
    t,
    method: 'GET',
    route: 'get',
    clip: hash('one'),
    pair,
    status: 200,
    bytes,
    ms: 10,
  });
  const judged = (log: readonly LogEntry[], possible: Partial<Reasons> = {}) => {
    const none = { losses: [], spells: [], asks: new Map() };
    const { unexplained, ...reasons } = fetchedTwice(log, truth, { ...none, ...possible });
    return { ...reasons, unexplained: unexplained.length };
  };
  const none = { pairChanged: 0, killed: 0, cutOff: 0, unexplained: 0 };

  const post = (t: number, pair: string): LogEntry => ({ ...get(t, pair, 0), method: 'POST', route: 'post' });
  const asked = (...times: number[]) => ({ asks: new Map([[hash('one'), times]]) });

  test('a clip that came once, after half of it had come, is no clip fetched twice', () => {
    expect(judged([get(1000, '1/2', 1), get(2000, '1/2')])).toEqual(none);
  });

  test('a clip that came twice without need', () => {
    expect(judged([get(1000, '1/2'), get(2000, '1/2')])).toEqual({ ...none, unexplained: 1 });
  });

  test('a clip whose pair changed in between', () => {
    expect(judged([get(1000, '1/2'), get(2000, '1/3')])).toEqual({ ...none, pairChanged: 1 });
  });

  test('a clip that came for another one first, or for another one later, whose ids it has', () => {
    const log = [post(900, '1/2'), get(1000, '1/2'), post(1900, '1/2'), get(2000, '1/2')];
    expect(judged(log, asked(1890))).toEqual({ ...none, pairChanged: 1 });
    expect(judged(log, asked(890))).toEqual({ ...none, pairChanged: 1 });
    expect(judged(log, asked(890, 1890))).toEqual({ ...none, unexplained: 1 });
  });

  test('a clip that lay in the cloud still under ids by which another one was asked for in vain', () => {
    const lost = ({ clip: _, ...entry }: LogEntry): LogEntry => ({ ...entry, status: 0 });
    const log = [post(900, '1/2'), get(1000, '1/2'), lost(post(1900, '1/2')), get(2000, '1/2')];
    expect(judged(log, asked(890))).toEqual({ ...none, pairChanged: 1 });
    expect(judged(log, asked(890, 1890))).toEqual({ ...none, unexplained: 1 });
    const byOtherIds = [post(900, '1/2'), get(1000, '1/2'), lost(post(1900, '1/3')), get(2000, '1/2')];
    expect(judged(byOtherIds, asked(890))).toEqual({ ...none, unexplained: 1 });
  });

  test('a kill explains it where the file did not stand yet, and not where it did', () => {
    const log = [get(1000, '1/2'), get(2000, '1/2')];
    expect(judged(log, { losses: [{ atMs: 1500, standing: new Set() }] })).toEqual({ ...none, killed: 1 });
    expect(judged(log, { losses: [{ atMs: 1500, standing: new Set([hash('one')]) }] })).toEqual({
      ...none,
      unexplained: 1,
    });
  });

  test('a kill explains it, too, where the clip stood, but was to be another whose file did not', () => {
    const log = [post(100, '1/1'), get(200, '1/1'), post(900, '1/2'), get(1000, '1/2'), get(2000, '1/2')];
    const losses = [{ atMs: 1500, standing: new Set([hash('one')]) }];
    expect(judged(log, { losses, ...asked(90) })).toEqual({ ...none, pairChanged: 1, killed: 1 });
    expect(judged(log, { losses, ...asked(90, 890) })).toEqual({ ...none, pairChanged: 1, unexplained: 1 });
    expect(judged(log, asked(90))).toEqual({ ...none, pairChanged: 1, unexplained: 1 });
  });

  test('a cloud that was frozen while it sent the clip explains it', () => {
    const log = [get(1000, '1/2'), get(9000, '1/2')];
    expect(judged(log, { spells: [{ kind: 'frozen', fromMs: 1005, untilMs: 1500 }] })).toEqual({ ...none, cutOff: 1 });
    expect(judged(log, { spells: [{ kind: 'frozen', fromMs: 5000, untilMs: 6000 }] })).toEqual({
      ...none,
      unexplained: 1,
    });
  });

  test('sign-ins, and tokens that were used twice', () => {
    const entry = (route: string, status: number) => ({ t: 1, method: 'POST', route, status, bytes: 0, ms: 1 });
    const log = [entry('token', 200), entry('token', 400), entry('authorize', 200), entry('sign-in-page', 302)];
    expect(signInsIn(log)).toEqual({ byItself: 2, refreshes: 1, refused: 1 });
  });
});
