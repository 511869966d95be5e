"""SQLite as Tepat needs it: durable, no lost writers, and a library without the WAL fault.

SQLite 3.7.0 to 3.51.2 can corrupt a WAL database that several connections write and checkpoint. Where the system's library is
one of those, the wheel `pysqlite3` brings a fixed one; where that is missing too, the journal is truncated instead of WAL.
"""

import importlib
import sys

FIXED = (3, 51, 3)


def use_fixed_library() -> bool:
    """Puts pysqlite3 in the place of sqlite3 where that is needed; true if the library in use is free of the fault."""
    import sqlite3

    if sqlite3.sqlite_version_info >= FIXED:
        return True
    try:
        fixed = importlib.import_module("pysqlite3")
        dbapi = importlib.import_module("pysqlite3.dbapi2")
    except ImportError:
        return False
    if dbapi.sqlite_version_info < FIXED:
        return False
    sys.modules["sqlite3"], sys.modules["sqlite3.dbapi2"] = fixed, dbapi
    return True


def options(*, wal: bool) -> dict[str, object]:
    """IMMEDIATE: a writer waits at BEGIN instead of failing later. FULL: an acknowledged commit survives a power loss."""
    journal = "WAL" if wal else "TRUNCATE"
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": f"PRAGMA journal_mode={journal}; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000;",
    }
