"""What the badges' controller sets going: printing, saving in a file, looking texts through."""

from desk_app.controllers.print_run.choices import Choices, chosen, fault, usual
from desk_app.controllers.print_run.preview import PagePreview, Preview
from desk_app.controllers.print_run.printers import ZEBRAS, Printers
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
    "ZEBRAS",
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
    "Printers",
    "Progress",
    "Remarks",
    "Review",
    "SaveRun",
    "Saved",
    "Sheaf",
    "Ways",
    "chosen",
    "drawn",
    "fault",
    "print_test_page",
    "usual",
]
