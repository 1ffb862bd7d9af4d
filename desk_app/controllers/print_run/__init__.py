"""What the badges' controller sets going: printing, saving in a file, looking texts through."""

from desk_app.controllers.print_run.again import Again, Asked
from desk_app.controllers.print_run.choices import Choices, fault
from desk_app.controllers.print_run.preview import PagePreview, Preview
from desk_app.controllers.print_run.queue import (
    Check,
    Fates,
    Printed,
    PrintFailed,
    PrintPdf,
    PrintQueue,
    Progress,
    Ways,
)
from desk_app.controllers.print_run.review import Note, Remarks, Review
from desk_app.controllers.print_run.saving import Saved, SaveRun, Sheaf
from desk_app.controllers.print_run.setup import Setup

__all__ = [
    "Again",
    "Asked",
    "Check",
    "Choices",
    "Fates",
    "Note",
    "PagePreview",
    "Preview",
    "PrintFailed",
    "PrintPdf",
    "PrintQueue",
    "Printed",
    "Progress",
    "Remarks",
    "Review",
    "SaveRun",
    "Saved",
    "Setup",
    "Sheaf",
    "Ways",
    "fault",
]
