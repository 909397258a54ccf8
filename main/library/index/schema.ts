// Every table of index.sqlite, and the steps from one version of it to the next.

/** Step n leads from `user_version` n to n + 1. A step that was released is never changed; new ones are added. */
export const migrations: readonly string[] = [
  `
  -- What Blink last said of the account's systems, as it was put; for browsing without it.
  create table accounts (
    account integer primary key,
    systems text not null,
    used_at integer not null
  ) strict;

  create table modules (
    account integer not null,
    module integer not null,
    listed_at integer not null,
    primary key (account, module)
  ) strict, without rowid;

  -- A camera as manifests know it: its name reduced to [a-z0-9]. A renamed camera keeps its row.
  create table cameras (
    camera integer primary key,
    account integer not null,
    module integer not null,
    reduced text not null,
    name text not null,
    unique (account, module, reduced)
  ) strict;

  -- Never deleted from: a clip that left the drive gets gone_at. Times ending in _at are Unix ms, but recorded_s.
  create table clips (
    key integer primary key,
    account integer not null,
    camera integer not null references cameras,
    recorded_s integer not null,
    ordinal integer not null,
    size integer not null,
    length_ms integer not null,
    first_seen_at integer not null,
    gone_at integer,
    seen_at integer,
    starred_at integer,
    poster_at integer,
    unique (camera, recorded_s, ordinal)
  ) strict;

  -- Files of ours. folded: the path as file systems without regard to case compare it.
  create table copies (
    key integer not null references clips,
    folder text not null,
    account integer not null,
    path text not null,
    folded text not null,
    bytes integer not null,
    sha256 text not null,
    length_ms integer,
    state text not null check (state in ('sealed', 'provisional', 'confirmed', 'doubtful')),
    manifest_id text not null,
    clip_id text not null,
    saved_at integer not null,
    -- Why it is doubtful; and the doubt after which the clip was fetched again and brought the same bytes.
    doubt text check (doubt in ('misfit', 'doubled')),
    settled text check (settled in ('misfit', 'doubled')),
    job integer references jobs,
    primary key (key, folder),
    unique (folder, folded)
  ) strict, without rowid;
  create index unsettled_copies on copies (account, state) where state <> 'confirmed';

  create table cached_clips (
    key integer primary key references clips,
    account integer not null,
    bytes integer not null,
    sha256 text not null,
    manifest_id text not null,
    clip_id text not null,
    used_at integer not null
  ) strict;

  create table jobs (
    job integer primary key autoincrement,
    account integer not null,
    folder text not null,
    title text not null,
    state text not null check (state in ('open', 'done', 'cancelled')),
    total integer not null,
    saved integer not null default 0,
    failed integer not null default 0,
    bytes integer not null default 0,
    started_at integer not null,
    ended_at integer
  ) strict;

  -- Clips asked for and not saved. A clip has at most one item; with a problem, it was given up.
  create table items (
    key integer primary key references clips,
    account integer not null,
    job integer not null references jobs,
    manifest_id text,
    clip_id text,
    -- Order in its job.
    place integer not null,
    attempts integer not null default 0,
    shown integer not null default 0,
    -- SHA-256 of a doubtful file that was put aside, and why.
    put_aside text,
    doubt text,
    problem text,
    ended_at integer
  ) strict;
  create index items_of_job on items (job);

  create table budget (
    account integer primary key,
    sent_at text not null,
    not_before integer
  ) strict;
  `,
  `
  -- Where clips were ever saved, by the id in the marker file. is_own: chosen in the app, not for one command alone.
  create table folders (
    folder text primary key,
    path text not null,
    is_own integer not null
  ) strict, without rowid;

  -- Jobs are worked through by rank, the lowest first.
  alter table jobs add column rank integer not null default 0;
  update jobs set rank = job;

  -- job 0: everything. until_at null: until it is resumed.
  create table pauses (
    account integer not null,
    job integer not null,
    until_at integer,
    primary key (account, job)
  ) strict, without rowid;

  -- As before, but a clip may be on its way into several folders, with one item in each.
  create table items_by_folder (
    key integer not null references clips,
    folder text not null,
    account integer not null,
    job integer not null references jobs,
    manifest_id text,
    clip_id text,
    -- Order in its job.
    place integer not null,
    attempts integer not null default 0,
    shown integer not null default 0,
    -- SHA-256 of a doubtful file that was put aside, and why.
    put_aside text,
    doubt text,
    problem text,
    ended_at integer,
    primary key (key, folder)
  ) strict, without rowid;
  insert into items_by_folder
    select i.key, j.folder, i.account, i.job, i.manifest_id, i.clip_id, i.place, i.attempts, i.shown, i.put_aside,
      i.doubt, i.problem, i.ended_at
    from items i join jobs j on j.job = i.job;
  drop table items;
  alter table items_by_folder rename to items;
  create index items_of_job on items (job);
  `,
  `
  -- How the file is known to be the clip: we fetched it; it has the hash of one we fetched; its name says so; it is
  -- the only one that fits. Only the first two ever permit a deletion from the drive.
  alter table copies add column proof text not null default 'fetched'
    check (proof in ('fetched', 'hash', 'name', 'guess'));

  alter table clips add column excluded_at integer;

  -- Each time a module was to delete a clip: the intent, what the module answered, what a later manifest said.
  create table deletions (
    deletion integer primary key,
    account integer not null,
    module integer not null,
    key integer not null references clips,
    manifest_id text not null,
    clip_id text not null,
    asked_at integer not null,
    -- busy: surely not begun. unclear, or null after a kill: it may have been done.
    answer text check (answer in ('done', 'failed', 'busy', 'unclear')),
    -- A manifest read later that still lists the clip means that it was not deleted.
    kept_from integer not null,
    outcome text check (outcome in ('deleted', 'kept')),
    settled_at integer
  ) strict;
  create index open_deletions on deletions (account, module) where outcome is null;

  -- What happened to each clip; facts: JSON. A clip's first listing stands in clips.
  create table journal (
    entry integer primary key autoincrement,
    key integer not null references clips,
    at integer not null,
    event text not null,
    facts text
  ) strict;
  create index journal_of_clip on journal (key);

  -- Files that are to bear other names: the whole plan, written down before the first is moved. copies.path is where a
  -- file stands now; left_at: its name before, which it may still bear besides; folded: of target.
  create table renames (
    key integer not null references clips,
    folder text not null,
    account integer not null,
    wanted text not null,
    target text not null,
    folded text not null,
    left_at text,
    primary key (key, folder),
    unique (folder, folded)
  ) strict, without rowid;

  -- Clips whose files the person removed from the folder.
  create table removed (
    key integer primary key references clips,
    account integer not null,
    removed_at integer not null
  ) strict;
  `,
  'create index copies_of_bytes on copies (sha256);',
  `
  -- The cloud had it already when we came for it: what its handles meant then is not known.
  alter table copies add column may_be_old integer not null default 0;
  create index files_put_aside on items (put_aside) where put_aside is not null;
  `,
];
