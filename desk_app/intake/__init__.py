"""Files in: exports of registrations and pages of events, read into the desk's own words."""
