"""What the designer's controller works with: drafts and their history, the shelf, the drawing."""
