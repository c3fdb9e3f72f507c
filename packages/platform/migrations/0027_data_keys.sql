-- The keys that personal data is sealed with are kept here wrapped by a master key that is kept elsewhere (信封加密), so that the master can be changed without touching the data.

create table data_key (
  key_id text primary key check (length(key_id) between 8 and 40),
  purpose text not null check (purpose in ('seal', 'blind')),
  cipher text not null check (cipher in ('aes-256-gcm', 'sm4-ctr-hmac-sm3', 'hmac-sha256')),
  wrapped text not null,
  wrapped_by text not null,
  -- Not before this instant is anything sealed with it: until then every process has learned of it.
  seals_from timestamptz not null,
  created_at timestamptz not null,
  check ((purpose = 'blind') = (cipher = 'hmac-sha256'))
);
create unique index data_key_one_blind on data_key (purpose) where purpose = 'blind';
-- No row security: it belongs to no institution. No role of the application reads it; the program does as it starts.
