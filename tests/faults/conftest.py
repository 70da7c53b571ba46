"""The files that `tests/storage` prepares serve here too."""

from tests.storage.conftest import path, store, template

__all__ = ["path", "store", "template"]
