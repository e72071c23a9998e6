"""Payment: accounts, the ledger, notices."""
