"""What has been done to the tables, step by step: numbered files, each applied once and never changed afterwards."""
