"""A cluster as an office would run it, and one of its hosts dies: `python -m tests.failover.patroni`."""
