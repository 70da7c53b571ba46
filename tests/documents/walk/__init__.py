"""The walk over every kind of document in every case and language."""
