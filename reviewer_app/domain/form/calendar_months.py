"""Whole months between days, because terms in catalogues are given in months."""

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """Give the day `months` later (earlier where negative), on the month's last day where that day does not exist."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def end_of_month(day: date) -> date:
    """Give the last day of the month."""
    return day.replace(day=monthrange(day.year, day.month)[1])
