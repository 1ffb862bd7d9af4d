"""What people see: widgets built in code, every displayed word, never a query."""
