-- Other ways in than a password: passkeys, and the institution's own sign-on.

-- 通行密钥(WebAuthn): the private half never leaves the person's device.
create table staff_passkey (
  institution_id uuid not null,
  passkey_id uuid not null,
  staff_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  -- how often it was used, as the device counts; one that goes back was copied
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (institution_id, passkey_id),
  unique (credential_id),
  foreign key (institution_id, staff_id) references staff (institution_id, staff_id)
);
select protect_institution_table('staff_passkey');
select let_entry_read('staff_passkey');
create policy entry_counts on staff_passkey for update to goodfaith_entry using (true) with check (true);
grant update (counter, used_at) on staff_passkey to goodfaith_entry;

-- 单点登录(OIDC): the institution's own directory of people. The secret is sealed.
create table sign_on_provider (
  institution_id uuid not null references institution,
  provider_id uuid not null,
  name text not null check (name <> ''),
  issuer text not null,
  client_id text not null,
  client_secret text not null,
  -- the claim that holds the login
  login_claim text not null,
  created_at timestamptz not null,
  primary key (institution_id, provider_id),
  unique (institution_id, issuer)
);
select protect_institution_table('sign_on_provider');
select let_entry_read('sign_on_provider');

-- Whom an identity of a provider is: kept from the first sign-in on, so that a name given anew there opens nobody else's account.
create table staff_identity (
  institution_id uuid not null,
  issuer text not null,
  subject text not null,
  staff_id uuid not null,
  linked_at timestamptz not null,
  primary key (institution_id, issuer, subject),
  unique (institution_id, issuer, staff_id),
  foreign key (institution_id, staff_id) references staff (institution_id, staff_id)
);
select protect_institution_table('staff_identity');
select let_entry_read('staff_identity');
create policy entry_links on staff_identity for insert to goodfaith_entry with check (true);
grant insert on staff_identity to goodfaith_entry;

-- 登录质询: what was asked of a device or a provider, until it is answered; once, and for minutes. Only the hash is kept.
create table sign_in_challenge (
  challenge_hash bytea primary key,
  kind text not null check (kind in ('passkey-new', 'passkey', 'sign-on')),
  detail text not null,
  expires_at timestamptz not null
);
grant select, insert, delete on sign_in_challenge to goodfaith_entry;
