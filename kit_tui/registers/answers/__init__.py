"""What stands on a record's line: the answer to the question that is usually asked about it."""
