"""Where resources, translations and the user's own files lie; nothing here reads or writes them."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
# In a checkout the folders lie beside the package; a wheel and a bundle carry them inside it.
_HOME = _PACKAGE if (_PACKAGE / "resources").is_dir() else _PACKAGE.parent

RESOURCES = _HOME / "resources"
TRANSLATIONS = _HOME / "translations"


def resource(name: str) -> Path:
    """A file that ships with the program; `name` is relative, with forward slashes and no `..`.

    Raises:
        FileNotFoundError: the installation is incomplete; the program should stop rather than guess.
    """
    assert not name.startswith("/"), name
    assert ".." not in name.split("/"), name
    path = RESOURCES / name
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def logs() -> Path:
    """The folder for the log of unforeseen errors, made when first asked for."""
    import platformdirs

    folder = Path(platformdirs.user_log_dir("mentordesk", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def cache() -> Path:
    """A folder for what can be made again, made when first asked for."""
    import platformdirs

    folder = Path(platformdirs.user_cache_dir("mentordesk", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def settings() -> Path:
    """The file of what this machine remembers of the window; it need not be there."""
    import platformdirs

    return Path(platformdirs.user_config_dir("mentordesk", appauthor=False)) / "window.ini"


def examples() -> Path:
    """The folder of the example file, made when first asked for."""
    import platformdirs

    folder = Path(platformdirs.user_data_dir("mentordesk", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
