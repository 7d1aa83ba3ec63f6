with customer as (select distinct oneid from dim.identity_day)
select * from customer
