-- 按读音查找: names are found by how they sound letter by letter from the start of each syllable, so that a wrong character or Latin letters find a person too.

-- Syllables without tones, as northern ears may confuse them (zh = z, ng = n), with spaces between.
-- Null until they were computed: the application knows how a character is read, the database does not.
alter table party add column name_sound text;
create index party_by_sound on party (institution_id, name_sound text_pattern_ops);
create index party_without_sound on party (institution_id, party_id) where name_sound is null;
