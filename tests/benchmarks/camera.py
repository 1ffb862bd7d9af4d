"""Scans while a camera looks on, thirty frames a second: the verdict is hardly later for it."""

import random
import sys
from pathlib import Path
from time import process_time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage

from tests.benchmarks import figures
from tests.benchmarks.scan import SEED
from tests.benchmarks.window import Window
from tests.devices.pictures import FedCamera, code, scene

SCANS, FRAME_MS = 150, 33


def main(people: int, folder: Path) -> None:
    window = Window(figures.desk(folder, people))
    chance = random.Random(SEED)
    codes = [row.scan_code for row in chance.sample(list(window.everybody()), SCANS + 20)]
    camera, frames = FedCamera(), _frames(chance)
    controller = window.desk.scanning.camera
    controller.make_camera = lambda _parent: camera
    looks: list[object] = []
    controller.pictured.connect(looks.append)
    controller.switch_on()
    window._wait(lambda: controller.state.on)
    feed = QTimer()
    feed.timeout.connect(lambda: camera.show(chance.choice(frames)))
    feed.start(FRAME_MS)
    for it in codes[:20]:
        window.scan(it)
    looks.clear()
    began = process_time()
    times = [window.scan(it) for it in codes[20:]]
    spent = process_time() - began
    feed.stop()
    window.close()
    p99 = figures.quantile(times, 0.99)
    figures.tell("frames read beside them", people, len(looks), "frames")
    figures.tell("processor time for each scan, all told", people, spent / SCANS * 1000, "ms")
    figures.tell("scan with a camera, p50", people, figures.quantile(times, 0.5), "ms")
    figures.tell("scan with a camera, p99", people, p99, "ms", 33)


def _frames(chance: random.Random) -> list[QImage]:
    """A restless scene, with no code, and with one that stays in view."""
    still = scene(code("NOBODY-0000"))
    return [_restless(still, chance), _restless(scene(), chance), still]


def _restless(picture: QImage, chance: random.Random) -> QImage:
    shown = picture.copy()
    for _ in range(20_000):
        grain = chance.randrange(256)
        shown.setPixel(chance.randrange(1280), chance.randrange(720), grain * 0x10101)
    return shown


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
