-- Pieces of what was said, by which it is found; of messages from before nobody knows them.
alter table chat_message add column grams text[];
create index chat_message_grams on chat_message using gin (grams);
create index chat_message_without_grams on chat_message (conversation) where grams is null;
