"""This computer's cameras, where there are any and Qt can speak to them."""

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from desk_app.domain.errors import DeskError

_FINE_WIDTH, _FINE_RATE = 1280, 15  # enough for a ticket in a hand; more only costs


class Camera(QObject):
    """One camera at a time; `framed` carries each picture, `failed` why there are no more.

    QtMultimedia needs libraries of the system that may be missing, so it is imported by `load`,
    which may run on any thread; all other methods belong to the UI thread, after `load`.
    """

    framed = Signal(object)  # a QVideoFrame
    failed = Signal(object)  # a DeskError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Any = None
        self._device: Any = None
        self._devices: Any = None

    def load(self) -> None:
        """Import what a camera needs; DeskError naming what is missing."""
        try:
            import zxingcpp  # noqa: F401
            from PySide6 import QtMultimedia  # noqa: F401
        except (ImportError, OSError) as error:
            raise DeskError(
                "The camera cannot be used, a library of the system is missing ({why}): "
                "scanners and names work as before.",
                why=error,
            ) from error

    def names(self) -> tuple[str, ...]:
        """The cameras that are plugged in, the system's first choice first."""
        from PySide6.QtMultimedia import QMediaDevices

        first = QMediaDevices.defaultVideoInput().description()
        names = [it.description() for it in QMediaDevices.videoInputs()]
        return tuple(sorted(dict.fromkeys(names), key=lambda name: name != first))

    def open(self, name: str) -> None:
        """Begin to look through this camera, one of `names`."""
        from PySide6.QtMultimedia import (
            QCamera,
            QMediaCaptureSession,
            QMediaDevices,
            QVideoSink,
        )

        self.close()
        [device, *_] = [it for it in QMediaDevices.videoInputs() if it.description() == name]
        self._session = QMediaCaptureSession(self)
        camera, sink = QCamera(device, self._session), QVideoSink(self._session)
        if formats := device.videoFormats():
            camera.setCameraFormat(min(formats, key=_far_from_fine))
        camera.errorOccurred.connect(self._tell_trouble)
        self.take_from(sink)
        self._session.setCamera(camera)
        self._session.setVideoSink(sink)
        self._watch_for_pulled_plugs(device)
        camera.start()

    def close(self) -> None:
        """Look no more; the camera's light goes out."""
        if self._session is not None:
            session, self._session = self._session, None
            session.camera().stop()
            session.deleteLater()

    def take_from(self, sink: Any) -> None:
        """Hand on the frames of a QVideoSink; it may fill on any thread."""
        sink.videoFrameChanged.connect(self._hand_on)

    @Slot(object)
    def _hand_on(self, frame: object) -> None:
        self.framed.emit(frame)

    def _watch_for_pulled_plugs(self, device: Any) -> None:
        from PySide6.QtMultimedia import QMediaDevices

        self._device = device
        if self._devices is None:
            self._devices = QMediaDevices(self)
            self._devices.videoInputsChanged.connect(self._look_for_it)

    def _look_for_it(self) -> None:
        if self._session is not None and self._device.description() not in self.names():
            name = self._device.description()
            self._fail(DeskError("The camera “{name}” is no longer plugged in.", name=name))

    def _tell_trouble(self, _error: object, why: str) -> None:
        if self._session is not None:
            self._fail(
                DeskError(
                    "The camera “{name}” shows nothing ({why}): close other programs that use it, "
                    "then switch it on again.",
                    name=self._device.description(),
                    why=why,
                )
            )

    def _fail(self, error: DeskError) -> None:
        self.close()
        self.failed.emit(error)


def _far_from_fine(it: Any) -> tuple[bool, int, float]:
    """Too few pixels are worst, then too many, then a rate that the desk has no use for."""
    width, rate = it.resolution().width(), it.maxFrameRate()
    return width < _FINE_WIDTH, abs(width - _FINE_WIDTH), abs(rate - _FINE_RATE)
