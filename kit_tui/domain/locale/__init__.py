"""The Japanese wording: one module a floor, each a table from the English sentence to the Japanese one."""
