"""The register of a university's international-affairs office, in a terminal."""

__version__ = "0.1.0"
