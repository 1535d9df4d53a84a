"""Which programmes of stays belong to which register: both show the same table."""

FACULTY_STAYS, STAFF_STAYS = "faculty-stays", "staff-stays"

PROGRAMMES: dict[str, tuple[str, ...]] = {
    FACULTY_STAYS: ("faculty_training",),
    STAFF_STAYS: ("staff_long", "staff_internship", "staff_short"),
}


def register_of(programme: str) -> str:
    """The register that keeps the stays of a programme."""
    return next(register for register, programmes in PROGRAMMES.items() if programme in programmes)
