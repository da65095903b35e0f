/** Makes each version of the tables from the one before it; the first from nothing. What is written here is never changed: a new version is added. */
export const MIGRATIONS: readonly string[] = [
	`
	create table meta (key text primary key, value text not null) strict, without rowid;
	create table collection (
		id integer primary key,
		name text not null unique,
		generation integer not null default 0 -- counts the changes of its documents
	) strict;
	create table document (
		row integer primary key,
		collection integer not null references collection(id),
		id text not null,
		revision text not null,
		source text not null,
		title text not null,
		title_tokens blob not null, -- uint16
		language text not null,
		published_at text,
		text text not null,
		unique (collection, id)
	) strict;
	create table passage (
		id integer primary key autoincrement, -- never used again: a stale index must not lead to another passage
		document integer not null references document(row) on delete cascade,
		sentences blob not null, -- uint32 triples: start, end, tokens
		tokens blob not null, -- uint16, the sentences' tokens end to end
		embedding blob not null -- float32, unit length
	) strict;
	create index passage_document on passage(document);
	`,
	`
	create table server_settings (guild text primary key, settings text not null) strict, without rowid; -- JSON: what was changed
	create table question (
		id text primary key,
		guild text, -- null: asked where there is no server
		member text, -- null: of one who wants nothing kept
		asked_at integer not null, -- milliseconds since 1970
		text text not null,
		follows text, -- the question before it, if it still is kept
		language text not null,
		answered integer not null,
		confidence real not null,
		reason text,
		filters text not null, -- JSON
		citations text not null, -- JSON: places, no words
		further text not null, -- the same
		searched integer not null,
		for_gaps integer not null
	) strict, without rowid;
	create index question_asked on question(guild, asked_at);
	create index question_member on question(member);
	create table verdict (
		question text not null references question(id) on delete cascade,
		member text not null,
		verdict text not null,
		primary key (question, member)
	) strict, without rowid;
	create index verdict_member on verdict(member);
	create table opted_out (member text primary key) strict, without rowid;
	`,
	`
	create table space (
		id integer primary key autoincrement, -- never used again: files of indexes are named by it
		encoder text not null,
		dimension integer not null,
		vocabulary text not null,
		state text not null, -- used: is searched; next: is being filled, to be searched next; left: is being deleted
		complete integer not null, -- whether every document has an encoding in it
		unique (encoder, dimension, vocabulary)
	) strict;
	create unique index space_state on space(state) where state <> 'left';
	insert into space select 1, json_extract(value, '$.encoder'), json_extract(value, '$.dimension'), json_extract(value, '$.vocabulary'), 'used', 1
		from meta where key = 'space';
	delete from meta where key = 'space';
	create table encoding ( -- a document's passages in a space are complete, and there may be none
		document integer not null references document(row) on delete cascade,
		space integer not null references space(id),
		title_tokens blob not null, -- uint16
		primary key (document, space)
	) strict, without rowid;
	create index encoding_space on encoding(space);
	insert into encoding select row, 1, title_tokens from document;
	alter table document drop column title_tokens;
	alter table passage add column space integer not null default 1;
	drop index passage_document;
	create index passage_document on passage(document, space);
	`,
	`
	create table summary (
		id text primary key,
		guild text not null,
		channel text not null,
		member text, -- null: of one who wants nothing kept, or of a schedule
		made_at integer not null, -- milliseconds since 1970
		asked text not null, -- JSON: range, length, time zone
		content text not null -- JSON: what was said
	) strict, without rowid;
	create index summary_member on summary(member);
	create index summary_channel on summary(channel);
	create table summary_message ( -- every message that a summary names
		summary text not null references summary(id) on delete cascade,
		message text not null,
		author text not null,
		channel text not null, -- the thread, where it stands in one
		primary key (summary, message)
	) strict, without rowid;
	create index summary_message_message on summary_message(message);
	create index summary_message_author on summary_message(author);
	create index summary_message_channel on summary_message(channel);
	create table reading ( -- summaries that were begun; nothing that was read
		call text primary key,
		plan text not null, -- JSON
		token text, -- null: stopped by the member
		begun_at integer not null, -- milliseconds since 1970
		read integer not null
	) strict, without rowid;
	`,
	`
	create table digest (
		id text primary key,
		guild text not null,
		channels text not null, -- JSON: ids
		weekday integer, -- 0: Sunday; null: every day
		hour integer not null,
		length text not null,
		target text, -- null: no channel, members alone
		quiet integer not null,
		made_at integer not null, -- milliseconds since 1970, as all times
		problem text -- JSON: why the last run did nothing
	) strict, without rowid;
	create index digest_guild on digest(guild, made_at);
	create table digest_member ( -- who is sent it by direct message
		digest text not null references digest(id) on delete cascade,
		member text not null,
		locale text not null,
		joined_at integer not null,
		failures integer not null, -- one after the other
		off integer not null,
		primary key (digest, member)
	) strict, without rowid;
	create index digest_member_member on digest_member(member);
	create table digest_run ( -- what was done for which time, so that nothing is sent twice
		digest text not null references digest(id) on delete cascade,
		at integer not null, -- when it was due
		recipient text not null, -- a member; empty: the channel
		holder text not null,
		held_until integer not null,
		sent text not null, -- JSON: names of the messages
		pending text, -- the message that is being sent
		pending_since integer,
		outcome text, -- null: not ended
		primary key (digest, at, recipient)
	) strict, without rowid;
	create index digest_run_at on digest_run(at);
	create index digest_run_recipient on digest_run(recipient);
	`,
	`
	alter table document add column blocks blob; -- as stored-blocks.ts writes them; null: of an earlier version, the text alone is known
	alter table document add column left_out text not null default '[]'; -- JSON: what the reader left out
	alter table passage add column context blob not null default x''; -- uint32 triples, as sentences; their tokens stand before those of the sentences
	`,
];
