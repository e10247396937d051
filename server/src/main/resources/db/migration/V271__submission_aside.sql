-- What is set aside is found by age, to be cleared.
create index submission_aside on submission (received_at) where state in ('spam', 'ignored');
