-- dwd.brush_register: one row per entry and date. The register does not say when an order was made: an entry stands on the
-- date of its order and, for an order that has not landed yet, on each date on which it may have been made. It re-opens those
-- dates, so an order registered days later stops being a sale; dwd.valid_sale asks for the order alone, whenever it was made.
with
entry as (
    select
        concat(platform, ':', order_no) as order_key,
        coalesce(cast(try_to_timestamp(replace(registered_on, '/', '-'), 'yyyy-M-d') as date), _drop_date) as registered_date,
        coalesce(reason, 'registered') as reason, staff
    from ods.brush_register
),
known as (
    select distinct order_key, ordered_date
    from dwd.order_source
    where ordered_date >= date_sub(:reopened_from, cast(:back_days as int))
),
possible as (
    select
        order_key, explode(sequence(date_sub(registered_date, cast(:days as int)), registered_date)) as ordered_date,
        registered_date, reason, staff
    from entry
),
brush_register as (
    select order_key, ordered_date, registered_date, reason, staff from possible
    union
    select order_key, ordered_date, registered_date, reason, staff from entry join known using (order_key)
)
select * from brush_register
