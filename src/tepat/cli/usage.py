"""What is said of a wrong call: on stderr, in the language asked for, exit 2. The library knows English only."""

import difflib
import re
import sys
from collections.abc import Callable
from itertools import zip_longest
from typing import Any

import typer
from typer.core import TyperGroup

from tepat.cli.language import speak

WRONG_USAGE = 2


class CommandFault(typer.TyperException):
    """A group was called without a command, or with one that does not exist (`word`)."""

    exit_code = WRONG_USAGE

    def __init__(self, ctx: Any, word: str = "") -> None:
        super().__init__(word)
        self.ctx = ctx
        self.word = word


class Group(TyperGroup):
    """A group whose wrong calls are words of ours; nothing of them goes to stdout."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args:
            raise CommandFault(ctx)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if self.get_command(ctx, args[0]) is None:
            raise CommandFault(ctx, args[0])
        return super().resolve_command(ctx, args)


def run(command: Callable[..., Any], *, name: str) -> int:
    """Calls the command line and gives its exit code; a wrong call is explained on stderr."""
    try:
        code = command(prog_name=name, standalone_mode=False)
    except typer.Abort:
        return 1
    except typer.TyperException as fault:
        speak(language_asked(sys.argv[1:]))
        explain(fault)
        return fault.exit_code
    return code if isinstance(code, int) else 0


def language_asked(words: list[str]) -> str:
    """The value of `--lang` in a call that could not be understood as a whole; "id" where there is none."""
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        if word == "--lang" or word.startswith("--lang="):
            return following if word == "--lang" else word.partition("=")[2]
    return "id"


def explain(fault: Any) -> None:
    """What is wrong, how it is called, and where to read more."""
    from django.utils.translation import gettext as _

    ctx = getattr(fault, "ctx", None)
    lines = [fault_words(fault)]
    if ctx is not None:
        called = " ".join([ctx.command_path, *ctx.command.collect_usage_pieces(ctx)])
        lines += ["", _("Usage: %(call)s") % {"call": called}]
        if isinstance(ctx.command, TyperGroup):
            lines += [f"  {name:<12} {_short(ctx, name)}" for name in ctx.command.list_commands(ctx)]
        lines += [_("More: %(call)s --help") % {"call": ctx.command_path}]
    sys.stderr.write("\n".join(lines) + "\n")


def _short(ctx: Any, name: str) -> str:
    command = ctx.command.get_command(ctx, name)
    return str(command.get_short_help_str(80)) if command else ""


def fault_words(fault: Any) -> str:
    """One sentence. Faults are told apart by their names, which the library keeps even where it hides their classes."""
    from django.utils.translation import gettext as _

    kind = type(fault).__name__
    param = getattr(fault, "param", None)
    if isinstance(fault, CommandFault):
        return _no_command(fault)
    if kind == "MissingParameter" and param is not None:
        return _("%(name)s is missing.") % {"name": _named(param)}
    if kind == "BadParameter" and param is not None:
        return _bad_value(param, str(fault.message))
    options = {
        "NoSuchOption": _("There is no option %(option)s."),
        "BadOptionUsage": _("The option %(option)s is not used so: does it need a value?"),
    }
    if kind in options:
        return options[kind] % {"option": fault.option_name}
    return _("This call cannot be understood: %(words)s") % {"words": fault.format_message()}


def _no_command(fault: CommandFault) -> str:
    from django.utils.translation import gettext as _

    if not fault.word:
        return _("A command is missing.")
    unknown = _("There is no command “%(word)s”.") % {"word": fault.word}
    near = difflib.get_close_matches(fault.word, fault.ctx.command.list_commands(fault.ctx), 1)
    return f"{unknown} {_('Did you mean “%(word)s”?') % {'word': near[0]}}" if near else unknown


def _bad_value(param: Any, said: str) -> str:
    """What a parameter takes, in words, from what the library says in English."""
    from django.utils.translation import gettext as _

    name = _named(param)
    if choices := re.search(r"is not one of (.+?)\.?$", said):
        return _("%(name)s takes one of these: %(values)s.") % {"name": name, "values": choices[1].replace("'", "")}
    if "%Y-%m-%d" in said:
        return _("%(name)s takes a day such as %(day)s.") % {"name": name, "day": "2026-11-29"}
    if "integer" in said or "greater than" in said:
        return _("%(name)s takes a whole number in its range.") % {"name": name}
    return _("%(name)s does not take this value.") % {"name": name}


def _named(param: Any) -> str:
    """As it is typed: --lang, PATHS."""
    option = max(getattr(param, "opts", [""]), key=len)
    return option if option.startswith("-") else str(getattr(param, "metavar", None) or param.name).upper()
