"""Who may come in: public keys, the entry by SSH, and the sessions that are there."""
