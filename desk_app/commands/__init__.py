"""The commands, by what they are about; `desk_app.cli` gathers them."""
