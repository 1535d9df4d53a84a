"""A CSV file as rows, read as a stream and refused with the line at which it is broken."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TextIO

from kit_tui.domain.wording import Message, Refused, message
from kit_tui.exchange import place

_DELIMITERS = ",\t;"
_LONGEST_CELL = 1_000_000
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files of spreadsheet programs begin: .xlsx and .ods, and .xls."""


class BadFile(Refused):
    """The file can't be read as a table, or its headings don't fit; nothing was imported."""


class CsvFile:
    """An open CSV file: its headings, then its rows once, in constant memory."""

    def __init__(self, path: Path, stream: TextIO) -> None:
        self.path = path
        csv.field_size_limit(_LONGEST_CELL)
        lines = _checked(path, stream)
        first = next(lines, "")
        self._reader = csv.reader(chain([first], lines), delimiter=_delimiter(first), strict=True)
        self.headings = [heading.strip() for heading in next(self._cells(), [])]
        if not any(self.headings):
            raise BadFile(message("{file} has no headings: its first row must name the columns.", file=path.name))

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with its number in a spreadsheet, where the headings are row 1.  Blank rows are left out.

        Raises BadFile with the line at which the file can't be read any further.
        """
        for number, cells in enumerate(self._cells(), 2):
            if any(cells):
                yield number, cells

    def _cells(self) -> Iterator[list[str]]:
        reader = self._reader
        line = 0
        try:
            while True:
                line = reader.line_num + 1
                yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise BadFile(
                message(
                    "{file}, line {line}: a quotation mark is opened and not closed. "
                    'Close it, or write "" for a mark inside a cell.',
                    file=self.path.name,
                    line=line,
                )
            ) from None


@contextmanager
def open_csv(path: Path) -> Iterator[CsvFile]:
    """The CSV file at `path`, in UTF-8 with or without a byte order mark; commas, tabs or semicolons between cells.

    Raises BadFile when it can't be opened, isn't text, or has no headings.
    """
    try:
        stream = place.opened_text(path)
    except OSError as error:
        raise BadFile(unreadable(path, error)) from None
    with stream:
        yield CsvFile(path, stream)


def unreadable(path: Path, error: OSError) -> Message:
    """Why the operating system would not open a file."""
    if isinstance(error, FileNotFoundError):
        return message("There is no file {file}.", file=str(path))
    if isinstance(error, IsADirectoryError):
        return message("{file} is a folder: name a file in it.", file=str(path))
    if isinstance(error, PermissionError):
        return message("You may not read {file}: ask its owner for permission.", file=str(path))
    return message("{file} can't be read: {why}.", file=str(path), why=error.strerror or str(error))


def _checked(path: Path, stream: TextIO) -> Iterator[str]:
    """The lines of the file.  Raises BadFile where they aren't text in UTF-8."""
    try:
        for line in stream:
            if "\0" in line:
                _refuse_workbook(path)
                raise BadFile(
                    message(
                        "{file}, line {line}: there is a NUL character, so this is no CSV text in UTF-8. "
                        'Save the file again as "CSV UTF-8".',
                        file=path.name,
                        line=_first_line(path, lambda raw: b"\0" in raw),
                    )
                )
            yield line
    except UnicodeDecodeError:
        _refuse_workbook(path)
        raise BadFile(
            message(
                '{file}, line {line}: the text is not in UTF-8. Save the file again as "CSV UTF-8".',
                file=path.name,
                line=_first_line(path, _is_not_utf8),
            )
        ) from None


def _refuse_workbook(path: Path) -> None:
    if not path.is_file():
        return  # what came through a pipe is gone
    with open(path, "rb", opener=place.opener) as raw:
        if raw.read(4) in _WORKBOOKS:
            raise BadFile(message('{file} is a workbook. Save it as "CSV UTF-8" and import that file.', file=path.name))


def _delimiter(heading: str) -> str:
    """The character between the headings: the one that is there most often outside quotation marks."""
    bare = re.sub('"[^"]*"', "", heading)
    return max(_DELIMITERS, key=bare.count)


def _first_line(path: Path, is_bad: Callable[[bytes], bool]) -> int:
    with open(path, "rb", opener=place.opener) as raw_lines:
        return next((number for number, raw in enumerate(raw_lines, 1) if is_bad(raw)), 1)


def _is_not_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return True
    return False
