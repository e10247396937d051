create index access_log_of_person on access_log (person_id, id desc);
