-- How a party gets their one-time code; after the last was sent, how it went.
alter table signing_party add column code_by text not null default 'mail';
