"""The office's rules, in the standard library alone: dates, years, names, scores, targets, roles and words."""
