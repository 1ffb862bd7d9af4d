"""The local database: the ledger of facts, the tables it adds up to, and the search index."""
