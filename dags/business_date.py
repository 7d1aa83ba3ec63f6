"""The business date of a night: the trading day in Asia/Shanghai whose tables the night builds."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = "Asia/Shanghai"


def business_date(asked: str | None, moment: datetime) -> str:
    """The asked date if there is one, else the day before `moment` in Asia/Shanghai, as yyyy-MM-dd.

    A night starts after its trading day has ended, so the day on the wall of the shop is always one too late.
    """
    if asked:
        return date.fromisoformat(asked).isoformat()
    if moment.tzinfo is None:
        raise ValueError(f"Invalid moment of a DAG run: {moment}; expected a time with its zone.")
    return (moment.astimezone(ZoneInfo(ZONE)).date() - timedelta(days=1)).isoformat()
