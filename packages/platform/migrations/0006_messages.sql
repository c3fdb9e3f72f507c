-- What goes out to people (发件箱): the words and the number are sealed, so that a copy of the database tells nobody either.
create table message (
  party_id uuid not null,
  message_id uuid not null,
  institution_id uuid not null references institution,
  channel text not null check (channel in ('sms', 'wechat', 'letter')),
  purpose text not null check (purpose in ('one-time-code', 'notice', 'payment', 'claim')),
  to_sealed text not null,
  to_masked text not null,
  text_sealed text not null,
  queued_at timestamptz not null,
  status text not null check (status in ('queued', 'delivered', 'failed')),
  finished_at timestamptz,
  failure text,
  primary key (party_id, message_id),
  constraint message_steps check (
    (finished_at is not null) = (status in ('delivered', 'failed'))
    and (failure is not null) = (status = 'failed')
  )
);
create index message_by_time on message (institution_id, queued_at desc, message_id desc);
select protect_party_table('message');
revoke delete on message from goodfaith_app;
