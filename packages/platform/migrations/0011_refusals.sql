-- A refusal needs a second person: approvers may decide on those that handlers propose.
insert into role_permission (role, permission) values ('claims-approver', 'claims.approve');
