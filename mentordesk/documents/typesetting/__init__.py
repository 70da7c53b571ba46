"""From blocks to a tagged file: how a paper is set, filled into pages and written. What it says is papers/'s."""
