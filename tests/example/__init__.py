"""The script that makes kit.db.example."""
