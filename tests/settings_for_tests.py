"""The product's settings in a scratch home: tasks at once, index in memory, cheap passwords, files thrown away."""

import os
import shutil
import tempfile
from atexit import register
from pathlib import Path

# Whatever the caller's own installation says must not leak in.
for name in [n for n in os.environ if n.startswith("TEPAT_") and not n.startswith("TEPAT_TEST_")]:
    del os.environ[name]
HOME_OF_TESTS = tempfile.mkdtemp(prefix="tepat-tests-")
register(shutil.rmtree, HOME_OF_TESTS, ignore_errors=True)
os.mkdir(os.path.join(HOME_OF_TESTS, "static"))  # noqa: PTH102, PTH118 - whitenoise warns where its folder is missing
os.environ |= {
    "TEPAT_HOME": HOME_OF_TESTS,
    "TEPAT_DATABASE_URL": os.environ.get("TEPAT_TEST_DATABASE_URL", ""),
    "TEPAT_TASKS_URL": "immediate://",
    "TEPAT_SEARCH_URL": "memory://",
    "TEPAT_SECRET_KEY": "for tests only",
    "TEPAT_HOSTS": "testserver,127.0.0.1,localhost",
}

from tepat.config.settings import *  # noqa: E402, F403 - the environment must be set first
from tepat.config.static import joined  # noqa: E402

# One stylesheet as in an installation: a browser asks for one file a page rather than forty.
SHEETS = Path(HOME_OF_TESTS, "sources", "css")
SHEETS.mkdir(parents=True)
(SHEETS / "app.css").write_text(joined(PACKAGE / "static" / "css" / "app.css"))  # noqa: F405
STATICFILES_DIRS = [SHEETS.parent, *STATICFILES_DIRS]  # noqa: F405

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": STORAGES["default"],  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# A file, not memory: a page and its browser ask at the same time, and tables in shared memory know no waiting.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": f"{HOME_OF_TESTS}/tests.sqlite3"}  # noqa: F405
    kept = DATABASES["default"]["OPTIONS"]["init_command"]  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] = kept.replace("synchronous=FULL", "synchronous=OFF")  # noqa: F405
