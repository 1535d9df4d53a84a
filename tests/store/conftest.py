"""What tests of the registers and gauges ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from gauging import Gauging


@pytest.fixture
def office(tmp_path: Path) -> Gauging:
    """A new office without any records."""
    return Gauging(tmp_path)
