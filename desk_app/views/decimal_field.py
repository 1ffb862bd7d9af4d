"""A number with a fraction, taken with a point or a comma."""

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox


class DecimalField(QDoubleSpinBox):
    """Qt takes the sign of one language alone, and number pads write the other one."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        found = super().validate(self._as_read(text), place)
        assert isinstance(found, tuple)
        return found

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(self._as_read(text))

    def _as_read(self, text: str) -> str:
        sign = self.locale().decimalPoint()
        return text.replace("." if sign == "," else ",", sign)
