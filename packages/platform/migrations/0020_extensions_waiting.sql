-- A request to extend a deadline waits for a second person: those are found at once, however many cases there are.
create index case_state_extension_waits on case_state (institution_id, opened_at)
  where state @? '$.extensions[*] ? (@.status == "requested")';
