-- What formulas compute with, where plain SQL would say an argument twice or fail on an odd value.

create function formula_quotient(dividend numeric, divisor numeric) returns numeric
    language plpgsql immutable strict parallel safe as $$
begin
    return div(dividend * 1000000000000, nullif(divisor, 0)) * 0.000000000001;
end $$;

create function formula_rounded(value numeric, digits integer) returns numeric
    language plpgsql immutable strict parallel safe as $$
begin
    return case when abs(value) < 1e18 then round(value, digits) end;
end $$;

create function formula_whole(value numeric) returns integer
    language plpgsql immutable strict parallel safe as $$
begin
    return trunc(least(greatest(value, -4000000), 4000000))::integer;
end $$;

create function formula_middle(value text, first numeric, length numeric) returns text
    language plpgsql immutable strict parallel safe as $$
begin
    return substr(value, greatest(formula_whole(first), 1), greatest(formula_whole(length), 0));
end $$;

create function formula_right(value text, length numeric) returns text
    language plpgsql immutable strict parallel safe as $$
begin
    return right(value, greatest(formula_whole(length), 0));
end $$;

create function formula_days_after(day date, days numeric) returns date
    language plpgsql immutable strict parallel safe as $$
declare
    reached integer := day - date '0001-01-01' + formula_whole(days);
begin
    return case when reached between 0 and 3652058 then date '0001-01-01' + reached end;
end $$;

create function formula_months_after(day date, months numeric) returns date
    language plpgsql immutable strict parallel safe as $$
declare
    reached integer := extract(year from day) * 12 + extract(month from day) - 1 + formula_whole(months);
begin
    if reached not between 12 and 119999 then
        return null;
    end if;
    return (day + make_interval(months => formula_whole(months)))::date;
end $$;
