"""What PostgreSQL alone has to show; only with KIT_TEST_DATABASE=postgres."""

from tests.store.conftest import fill, kit

__all__ = ["fill", "kit"]
