"""Many at once, and programs that die: nothing is lost, nothing half done, nobody is told of a lock."""
