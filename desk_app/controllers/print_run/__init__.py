"""What the badges' controller sets going: printing, saving in a file, looking texts through."""

from desk_app.controllers.print_run.printing import (
    Job,
    Printed,
    PrintFailed,
    PrintPdf,
    PrintRun,
    Progress,
    drawn,
)
from desk_app.controllers.print_run.review import Note, Remarks, Review
from desk_app.controllers.print_run.saving import Saved, SaveRun

__all__ = [
    "Job",
    "Note",
    "PrintFailed",
    "PrintPdf",
    "PrintRun",
    "Printed",
    "Progress",
    "Remarks",
    "Review",
    "SaveRun",
    "Saved",
    "drawn",
]
