-- ads.value_backtest: one row per origin, days held out, measure, model and part of the customers.
with
value_backtest as (
    select
        origin_date, held_days, measure, asked, slice, bin, model, reason, is_published, gate, customers, predicted,
        actual, bias, mae, rmse, msle, correlation, rank_correlation, gini, top_share, decile_error, brier, log_score,
        coverage_50, coverage_80, coverage_95, predicted_spread, predicted_low, predicted_high, actual_rank
    from dws.value_trial
)
select * from value_backtest
