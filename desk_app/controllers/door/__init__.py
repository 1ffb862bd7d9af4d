"""Parts of the check-in controller: answers, codes read twice, walk-ins, and acts for somebody."""

from desk_app.controllers.door.asking import Asking
from desk_app.controllers.door.person_acts import PersonActs
from desk_app.controllers.door.read_twice import ReadTwice
from desk_app.controllers.door.walk_ins import WalkIns

__all__ = ["Asking", "PersonActs", "ReadTwice", "WalkIns"]
