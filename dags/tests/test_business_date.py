from datetime import datetime, timezone

import pytest

from business_date import business_date


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-19T18:00", "2026-11-19"),  # 02:00 of the 20th in Shanghai, still the 19th in UTC
        ("2026-11-20T02:00", "2026-11-19"),  # 10:00 of the 20th in Shanghai, the 20th in UTC too
        ("2026-11-20T15:59", "2026-11-19"),
        ("2026-11-20T16:00", "2026-11-20"),  # midnight in Shanghai
        ("2026-12-31T18:00", "2026-12-31"),
        ("2028-02-29T18:00", "2028-02-29"),
    ],
)
def test_it_is_the_day_before_the_day_in_shanghai(moment, day):
    assert business_date(None, utc(moment)) == day


def test_the_zone_in_which_the_moment_is_told_does_not_matter():
    assert business_date(None, datetime.fromisoformat("2026-11-20T02:00+08:00")) == "2026-11-19"


def test_an_asked_date_wins():
    assert business_date("2026-06-18", utc("2026-11-19T18:00")) == "2026-06-18"


def test_an_empty_asked_date_is_none():
    assert business_date("", utc("2026-11-19T18:00")) == "2026-11-19"


def test_text_that_is_no_date_never_reaches_a_command():
    with pytest.raises(ValueError):
        business_date("2026-11-19; id", utc("2026-11-19T18:00"))


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="Invalid moment of a DAG run: 2026-11-19 18:00:00; expected a time with its zone"):
        business_date(None, datetime(2026, 11, 19, 18))
