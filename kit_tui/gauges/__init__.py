"""What the targets measure: one small definition a gauge, by area, and how each stands."""

from kit_tui.gauges.by_year import YearLine, history
from kit_tui.gauges.gauge import Gauge, Reading, When, Who, WhoLine, WhoList
from kit_tui.gauges.policy import SCOPES, SCORE_POLICIES, Policy
from kit_tui.gauges.progress import GAUGES, Standing, as_json, as_of, standing, standings, who

__all__ = [
    "GAUGES",
    "SCOPES",
    "SCORE_POLICIES",
    "Gauge",
    "Policy",
    "Reading",
    "Standing",
    "When",
    "Who",
    "WhoLine",
    "WhoList",
    "YearLine",
    "as_json",
    "as_of",
    "history",
    "standing",
    "standings",
    "who",
]
