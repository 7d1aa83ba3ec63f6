-- dwd.article_day: one row per article and day: the newest count of it, less the count of the day before.
with
newest as (
    select
        *,
        cast(try_to_timestamp(replace(stat_on, '/', '-'), 'yyyy-M-d') as date) as stat_date,
        row_number() over (partition by msgid, replace(stat_on, '/', '-')
            order by _drop_date desc, _file desc, _row_no desc) as age
    from ods.oa_article
),
article_day as (
    select
        msgid,
        title,
        cast(try_to_timestamp(replace(sent_on, '/', '-'), 'yyyy-M-d') as date) as sent_date,
        stat_date,
        cast(target_users as bigint) as target_users,
        cast(read_users as bigint) as read_users_total,
        cast(read_users as bigint) - coalesce(lag(cast(read_users as bigint)) over article, 0L) as read_users,
        cast(share_users as bigint) as share_users_total,
        cast(share_users as bigint) - coalesce(lag(cast(share_users as bigint)) over article, 0L) as share_users,
        cast(favourite_users as bigint) as favourite_users_total,
        try_divide(cast(read_users as double), cast(target_users as double)) as open_rate
    from newest
    where age = 1
    window article as (partition by msgid order by stat_date)
)
select * from article_day
