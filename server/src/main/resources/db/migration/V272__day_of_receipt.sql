-- What settles a bill tells on which day the money came, for those who had it before.
do $$ begin
  if to_regclass('payment_match') is not null then
    alter table payment_match add column if not exists paid_on date;
    update payment_match m set paid_on = p.received_at from payment p where p.id = m.payment;
  end if;
end $$;
