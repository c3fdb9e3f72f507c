-- A key is looked up by institution, kind and blind. The index by institution and party led with the institution too, and where
-- statistics had not heard of an institution yet (its first import), the planner took it for the cheaper one and read all its
-- keys for each. By party alone it serves what it was made for.
drop index party_lookup_party;
create index party_lookup_party on party_lookup (party_id);
