"""In and out: files that other programs and offices read and write."""
