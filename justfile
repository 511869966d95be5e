# The commands of this house. `just check` is what CI runs.

default:
    @just --list

# everything that CI checks
check:
    .ci/run

# style, types, floors, templates, migrations
lint:
    ruff check .
    ruff format --check .
    mypy
    lint-imports
    djade --check $(git ls-files 'src/tepat/templates/*.html')
    TEPAT_HOME=.tepat/lint python -m tepat manage makemigrations --check --dry-run
    TEPAT_HOME=.tepat/lint python -m tepat manage check

# all tests
test *OPTIONS:
    ./run test {{OPTIONS}}

# format Python and templates
format:
    ruff format .
    ruff check --fix-only .
    djade $(git ls-files 'src/tepat/templates/*.html') || true

# renew the message catalogue from the sources and list what has no Indonesian
messages:
    python -m tepat.config.catalogue --missing

# renew the locks
lock:
    requirements/lock
