"""What the badges' controller sets going: printing, saving in a file, looking texts through."""

from desk_app.controllers.print_run.queue import (
    Check,
    Fates,
    Printed,
    PrintFailed,
    PrintPdf,
    PrintQueue,
    Progress,
    Ways,
    drawn,
    print_test_page,
)
from desk_app.controllers.print_run.review import Note, Remarks, Review
from desk_app.controllers.print_run.saving import Saved, SaveRun, Sheaf

__all__ = [
    "Check",
    "Fates",
    "Note",
    "PrintFailed",
    "PrintPdf",
    "PrintQueue",
    "Printed",
    "Progress",
    "Remarks",
    "Review",
    "SaveRun",
    "Saved",
    "Sheaf",
    "Ways",
    "drawn",
    "print_test_page",
]
