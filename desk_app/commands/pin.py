"""Commands about the lead's PIN, which is asked for where it is not given."""

from collections.abc import Iterator
from typing import Any

import click

from desk_app.clock import system_clock
from desk_app.commands.answering import answer, in_session
from desk_app.exit_codes import REFUSED
from desk_app.words import tr


@click.group()
def pin() -> None:
    """Set, change or remove the PIN that a desk handed to volunteers or visitors asks for."""


@pin.command("set")
@click.option("--new", prompt="New PIN", hide_input=True, help="At least 4 digits or letters.")
@click.option("--known", default="", help="The PIN of now, to change it.")
@in_session
def set_pin(session: Any, new: str, known: str, as_json: bool) -> int:
    """Set the PIN, or change it. Exit 0: it holds, 1: the known one was wrong."""
    from desk_app.services import pin as lock

    tried = lock.choose(session, new, known, system_clock())
    return _told(tried, as_json, lambda: tr("The PIN is set."))


@pin.command("remove")
@click.option("--known", default="", help="The PIN of now.")
@click.option("--forgotten", is_flag=True, help="Nobody knows it any more.")
@in_session
def remove_pin(session: Any, known: str, forgotten: bool, as_json: bool) -> int:
    """Do without a PIN. Whoever may write to the data folder needs not know it."""
    from desk_app.services import pin as lock

    if forgotten:
        lock.forget(session)
        tried = lock.Tried(True)
    else:
        tried = lock.remove(session, known, system_clock())
    return _told(tried, as_json, lambda: tr("This desk has no PIN now."))


def _told(tried: Any, as_json: bool, done: Any) -> int:
    def lines() -> Iterator[str]:
        if tried.right:
            yield done()
        elif tried.wait_ms:
            seconds = -(-tried.wait_ms // 1000)
            yield tr("This is not the PIN. Try again in {seconds} s.", seconds=seconds)
        else:
            yield tr("This is not the PIN.")

    answer({"right": tried.right, "wait_ms": tried.wait_ms}, as_json, lines)
    return 0 if tried.right else REFUSED
