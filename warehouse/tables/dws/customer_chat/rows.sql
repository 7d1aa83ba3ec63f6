-- dws.customer_chat: one row per 1:1 conversation of a customer up to the business date.
with
customer_chat as (
    select
        oneid, session_date as business_date, session_uid, staff_userid, first_speaker, customer_messages, staff_messages,
        replies, reply_s, first_reply_s, max_reply_s, is_answered, is_effective
    from dwd.chat_session s
    join dim.identity i on i.id_type = s.id_type and i.id_namespace = s.id_namespace and i.id_value = s.id_value
        and s.session_date >= i.valid_from and s.session_date < coalesce(i.valid_to, date'9999-12-31')
    where s.session_date <= :business_date
)
select * from customer_chat
