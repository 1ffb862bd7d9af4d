"""Every kind of document as it is gathered from the ledger and drawn."""
