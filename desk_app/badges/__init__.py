"""Paper out: badges drawn on label stocks as PDF, and the text drawing that reports share."""
