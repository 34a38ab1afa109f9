"""editcheck reads a news article, works out what it says, and tells the editor where it does not hold together.

This module is the public API: what stands in `__all__` stays. Names are loaded when they are first used, so that
`import editcheck` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editcheck.annotation import (
        Annotation,
        Edit,
        Example,
        HouseEntry,
        Option,
        Related,
        Rule,
        Severity,
        Suggestion,
    )
    from editcheck.article import Article, Block, BlockKind, Directive, Image, Markup, Notice, SourceRange, Span
    from editcheck.authority import Authority, AuthorityError, Holder, Post, Term, load_authority
    from editcheck.briefs import brief
    from editcheck.briefs.model import Brief
    from editcheck.config import Config, ConfigError
    from editcheck.config.reading import load_config
    from editcheck.facts import analyze
    from editcheck.facts.model import (
        Acronym,
        Age,
        DateParts,
        DateRange,
        Definition,
        Entity,
        Facts,
        Mention,
        MentionKind,
        Person,
        Purpose,
        Quotation,
        QuotationKind,
        QuotedText,
        QuoteMarkProblem,
        Role,
        RoleStatus,
        Sentence,
        Source,
        SourceKind,
        TimeExpression,
        Token,
    )
    from editcheck.formats import read, read_all
    from editcheck.hookspecs import hookimpl
    from editcheck.host import check, check_many
    from editcheck.house import House, load_table
    from editcheck.options import Options
    from editcheck.repairs import ConfirmationError, Fixed, Repair, fix
    from editcheck.report import Failure, Report, Suppressed, Verdict
    from editcheck.source.errors import SourceError

__version__ = "0.1.0"

_HOME = {
    "editcheck.annotation": (
        "Annotation",
        "Edit",
        "Example",
        "HouseEntry",
        "Option",
        "Related",
        "Rule",
        "Severity",
        "Suggestion",
    ),
    "editcheck.article": (
        "Article",
        "Block",
        "BlockKind",
        "Directive",
        "Image",
        "Markup",
        "Notice",
        "SourceRange",
        "Span",
    ),
    "editcheck.authority": ("Authority", "AuthorityError", "Holder", "Post", "Term", "load_authority"),
    "editcheck.briefs": ("brief",),
    "editcheck.briefs.model": ("Brief",),
    "editcheck.config": ("Config", "ConfigError"),
    "editcheck.facts": ("analyze",),
    "editcheck.facts.model": (
        "Acronym",
        "Age",
        "DateParts",
        "DateRange",
        "Definition",
        "Entity",
        "Facts",
        "Mention",
        "MentionKind",
        "Person",
        "Purpose",
        "Quotation",
        "QuotationKind",
        "QuoteMarkProblem",
        "QuotedText",
        "Role",
        "RoleStatus",
        "Sentence",
        "Source",
        "SourceKind",
        "TimeExpression",
        "Token",
    ),
    "editcheck.formats": ("read", "read_all"),
    "editcheck.hookspecs": ("hookimpl",),
    "editcheck.host": ("check", "check_many"),
    "editcheck.house": ("House", "load_table"),
    "editcheck.options": ("Options",),
    "editcheck.repairs": ("ConfirmationError", "Fixed", "Repair", "fix"),
    "editcheck.report": ("Failure", "Report", "Suppressed", "Verdict"),
    "editcheck.config.reading": ("load_config",),
    "editcheck.source.errors": ("SourceError",),
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names}

__all__ = [
    "Acronym",
    "Age",
    "Annotation",
    "Article",
    "Authority",
    "AuthorityError",
    "Block",
    "BlockKind",
    "Brief",
    "Config",
    "ConfigError",
    "ConfirmationError",
    "DateParts",
    "DateRange",
    "Definition",
    "Directive",
    "Edit",
    "Entity",
    "Example",
    "Facts",
    "Failure",
    "Fixed",
    "Holder",
    "House",
    "HouseEntry",
    "Image",
    "Markup",
    "Mention",
    "MentionKind",
    "Notice",
    "Option",
    "Options",
    "Person",
    "Post",
    "Purpose",
    "Quotation",
    "QuotationKind",
    "QuoteMarkProblem",
    "QuotedText",
    "Related",
    "Repair",
    "Report",
    "Role",
    "RoleStatus",
    "Rule",
    "Sentence",
    "Severity",
    "Source",
    "SourceError",
    "SourceKind",
    "SourceRange",
    "Span",
    "Suggestion",
    "Suppressed",
    "Term",
    "TimeExpression",
    "Token",
    "Verdict",
    "analyze",
    "brief",
    "check",
    "check_many",
    "fix",
    "hookimpl",
    "load_authority",
    "load_config",
    "load_table",
    "read",
    "read_all",
]


def __getattr__(name: str) -> object:
    try:
        module = _MODULE_OF[name]
    except KeyError:
        raise AttributeError(f"module 'editcheck' has no attribute {name!r}") from None
    value: object = getattr(import_module(module), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
