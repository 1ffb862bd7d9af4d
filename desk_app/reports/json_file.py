"""The attendance list as JSON, for other programs."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from desk_app.reports.attendance import AttendanceRow, AttendanceSummary


def attendance_json(summary: AttendanceSummary, rows: Iterable[AttendanceRow]) -> bytes:
    """UTF-8: {"event", "line", "generated", "totals", "people"}; unknown texts are empty."""
    told = {
        "event": summary.event_title,
        "line": summary.event_line,
        "generated": summary.generated,
        "totals": dict(summary.totals),
        "people": [asdict(row) for row in rows],
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode("utf-8", "replace")
