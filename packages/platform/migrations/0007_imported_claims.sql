-- Which case a claim of an institution's own register became, so that the same row again opens no second case.
create table imported_claim (
  party_id uuid not null,
  -- 报案号 in the institution's register
  number text not null check (length(number) between 1 and 50),
  institution_id uuid not null references institution,
  case_id uuid not null,
  digest bytea not null check (length(digest) = 32),
  primary key (party_id, number)
);
select protect_party_table('imported_claim');
select keep_append_only('imported_claim');
