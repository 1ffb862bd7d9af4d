"""From starting the process to a painted window, against an empty window with the same imports."""

import os
import statistics
import subprocess
import sys
from pathlib import Path
from time import time

from tests.benchmarks import figures

PEOPLE, ROUNDS = 10_000, 7
FLOOR = """
import sqlalchemy
from PySide6.QtWidgets import QApplication, QWidget
from PySide6.QtCore import QTimer
import time
app = QApplication([])
class Empty(QWidget):
    def paintEvent(self, event):
        print(time.time(), flush=True)
        QTimer.singleShot(0, app.quit)
window = Empty()
window.resize(1280, 800)
window.show()
app.exec()
"""
DESK = """
import sys, time
from desk_app import entry
def painted():
    from PySide6.QtCore import QEvent, QObject, QTimer
    from desk_app import app as desk_app
    class Eye(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.UpdateRequest and watched.isWindow():
                QTimer.singleShot(0, seen)
            return False
    def seen():
        print(time.time(), flush=True)
        desk_app.application().quit()
    desk_app.application().installEventFilter(Eye(desk_app.application()))
import desk_app.ground as ground
check = ground.check_libraries
ground.check_libraries = lambda: (check(), painted())
entry.main(["--data", sys.argv[1]])
"""


def main(folder: Path) -> None:
    data = figures.desk(folder, PEOPLE)
    floors, starts = [], []
    for _ in range(ROUNDS):
        floors.append(_seconds(FLOOR))
        starts.append(_seconds(DESK, str(data)))
    floor, start = statistics.median(floors), statistics.median(starts)
    figures.tell("start to a painted window", PEOPLE, start, "s", None, floor)
    figures.tell("start, times the floor", PEOPLE, start / floor, "x", 1.6, 1.0)


def _seconds(script: str, *arguments: str) -> float:
    began = time()
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return float(done.stdout.split()[0]) - began


if __name__ == "__main__":
    main(Path(sys.argv[2]))
