"""Makes the pictures in the README from the example: `python -m tests.screenshots.make`.

Each run of letters is placed at its own cell, so that the columns stand straight whichever font a reader has.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

if TYPE_CHECKING:
    from kit_tui.tui.app import KitApp

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[1] / "kit.db.example"
COLUMNS, LINES = 120, 36
CELL, LINE = 9, 20
FONTS = "DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono CJK JP, MS Gothic, monospace"
SCENES: dict[str, tuple[str, str, str]] = {
    # picture: (keys, language, a text that is on the screen when it is complete)
    "overview": ("", "en", "Workshops, seminars"),
    "faculty": ("2 down", "en", "ETH Z"),
    "staff": ("3 down down", "en", "1 planned"),
    "units": ("4 down", "en", "implemented"),
    "overview-ja": ("", "ja", "ユニット誘致"),
}


async def picture(name: str, folder: Path) -> str:
    """The SVG of one scene."""
    from kit_tui import store
    from kit_tui.registers import REGISTERS
    from kit_tui.tui.app import KitApp

    keys, lang, text = SCENES[name]
    shutil.copy(EXAMPLE, folder / "kit.db")
    register = store.open(str(folder / "kit.db"), store.Actor("tanaka"), REGISTERS)
    app = KitApp(register, lang=lang)
    async with app.run_test(size=(COLUMNS, LINES)) as pilot:
        await pilot.press(*keys.split())
        svg, before = "", None
        while svg != before or text not in _words(app):
            before = svg
            await app.workers.wait_for_complete()
            await pilot.pause(0.4)
            svg = "".join(drawn(app))
    register.close()
    return svg


def _lines(app: KitApp) -> Iterable[Iterable[Segment]]:
    return app.screen._compositor.render_strips()


def _words(app: KitApp) -> str:
    return "\n".join("".join(segment.text for segment in line) for line in _lines(app))


def drawn(app: KitApp) -> Iterator[str]:
    """The screen as SVG, a piece at a time."""
    width, height = COLUMNS * CELL, LINES * LINE
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
    yield f'font-family="{FONTS}" font-size="15">\n'
    yield f'<rect width="{width}" height="{height}" fill="{app.screen.styles.background.hex}"/>\n'
    for row, line in enumerate(_lines(app)):
        column = 0
        for segment in line:
            yield from _run(segment, column, row)
            column += segment.cell_length
    yield "</svg>\n"


def _run(segment: Segment, column: int, row: int) -> Iterator[str]:
    x, y, width = column * CELL, row * LINE, segment.cell_length * CELL
    style = segment.style
    if style and style.bgcolor and style.bgcolor.triplet:
        yield f'<rect x="{x}" y="{y}" width="{width}" height="{LINE}" fill="{style.bgcolor.triplet.hex}"/>\n'
    colour = style.color.triplet.hex if style and style.color and style.color.triplet else "#d0d0d0"
    bold = ' font-weight="bold"' if style and style.bold else ""
    line = ' text-decoration="underline"' if style and style.underline else ""
    for word in re.finditer(r"\S+", segment.text):
        places = [x + cell_len(segment.text[:at]) * CELL for at in range(word.start(), word.end())]
        yield f'<text x="{" ".join(map(str, places))}" y="{y + 15}" fill="{colour}"{bold}{line}>'
        yield f"{escape(word[0])}</text>\n"


def main() -> None:
    os.environ |= {"COLORTERM": "truecolor", "TEXTUAL_COLOR_SYSTEM": "truecolor", "TEXTUAL_ANIMATIONS": "none"}
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder}
        for name in SCENES:
            (HERE / f"{name}.svg").write_text(asyncio.run(picture(name, Path(folder))), encoding="utf-8")


if __name__ == "__main__":
    main()
