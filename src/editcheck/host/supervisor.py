"""The supervised worker: articles are checked in a process that can be replaced when a plugin takes it down.

No thread can be stopped from outside, so against plugins that never end or leave the interpreter there is a process.
It tells which plugin it is entering. Past the time limit, or dead, it is replaced, and the article is done again
without that plugin.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from threading import Lock
from typing import TYPE_CHECKING

from editcheck.host.channel import Check, Entering, Load, Loaded
from editcheck.host.checking import Outcome
from editcheck.host.worker_process import Late, WorkerError, WorkerGone, WorkerProcess
from editcheck.report import Failure

if TYPE_CHECKING:
    from editcheck.article import Article
    from editcheck.config import Config
    from editcheck.facts.model import Facts
    from editcheck.host.finder import Candidate
    from editcheck.host.loading import PluginInfo

__all__ = ["Strikes", "Supervisor"]

#: Seconds for what is not a plugin's: starting Python, passing an article on. Generous, for busy machines.
_OWN_TIME = 120.0
#: Seconds that a plugin may have at most, whatever the settings say: system calls take no more for certain.
_LONGEST_TIME = 86_400.0
#: Articles on which a plugin may take the worker down before it is left out of the rest of a run.
_STRIKES = 3
#: Times that a worker may end with nobody to blame (killed for want of memory, say) before that is an error.
_UNEXPLAINED = 2


class Strikes:
    """How often each plugin took the worker down in one run: after three articles it is tried no more."""

    def __init__(self) -> None:
        self._failures: defaultdict[str, list[Failure]] = defaultdict(list)

    def add(self, failure: Failure) -> None:
        """Count one."""
        self._failures[failure.plugin].append(failure)

    def out(self) -> tuple[Failure, ...]:
        """Return a failure for each plugin that is out."""
        return tuple(
            Failure(name, each[-1].kind, f"left out after {len(each)} articles: {each[-1].message}")
            for name, each in self._failures.items()
            if len(each) >= _STRIKES
        )


class Supervisor:
    """Loads plugins in a worker process and takes articles through them there.

    Raises `WorkerError` where there can be no worker at all. The worker lives as long as this object.
    """

    def __init__(self, candidates: tuple[Candidate, ...], time_limit: float) -> None:
        self._candidates = candidates
        self._time_limit = min(time_limit, _LONGEST_TIME)
        self._lock = Lock()
        self._process: WorkerProcess | None = None
        self._deadly: list[Failure] = []
        self._loaded = Loaded((), ())
        self._start()

    @property
    def plugins(self) -> tuple[PluginInfo, ...]:
        """The plugins that can be called."""
        return self._loaded.plugins

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Why the others cannot: what is wrong with them, or how they took the worker down when they were imported."""
        return (*self._deadly, *self._loaded.failures)

    def check(self, article: Article, facts: Facts, config: Config, strikes: Strikes) -> Outcome:
        """Return what the plugins say of an article, and which of them took the worker down or are out."""
        with self._lock:
            failures = list(strikes.out())
            unexplained = 0
            while True:
                job = Check(article, facts, config, frozenset(each.plugin for each in failures))
                answer = self._answer(job)
                if isinstance(answer, Outcome):
                    return Outcome(answer.annotations, (*failures, *answer.failures))
                if isinstance(answer, Failure):
                    failures.append(answer)
                    strikes.add(answer)
                    continue
                unexplained += 1
                if unexplained > _UNEXPLAINED:
                    raise WorkerError("the worker process ends again and again before it enters a plugin")

    def close(self) -> None:
        """End the worker; the next article starts another."""
        with self._lock:
            self._drop()

    def _answer(self, job: Check) -> Outcome | Failure | None:
        """Have the worker do an article. Returns a failure where a plugin took it down, None where none is to blame."""
        process = self._process if self._process is not None and self._process.usable else self._start()
        answer = self._wait(process, job)
        return answer if isinstance(answer, (Outcome, Failure)) else None

    def _start(self) -> WorkerProcess:
        """Start a worker and have it load the plugins, without those that it does not survive."""
        unexplained = 0
        while unexplained <= _UNEXPLAINED:
            self._process = process = WorkerProcess()
            deadly = {each.plugin for each in self._deadly}
            candidates = tuple(each for each in self._candidates if each.name not in deadly)
            answer = self._wait(process, Load(tuple(sys.path), candidates, self._time_limit))
            if isinstance(answer, Loaded):
                self._loaded = answer
                return process
            if isinstance(answer, Failure):
                self._deadly.append(answer)
            else:
                unexplained += 1
        raise WorkerError("the worker process cannot be started; standard error may say why")

    def _wait(self, process: WorkerProcess, message: object) -> object:
        """Send a message and return the answer, or a failure of the plugin in which the worker ended."""
        entered: Entering | None = None
        try:
            process.send(message)
            while isinstance(answer := process.receive(self._limit(entered)), Entering):
                entered = answer
        except Late:
            self._drop()
            late = f"did not end within {self._time_limit:g} seconds and was stopped"
            return entered and Failure(entered.plugin, "timeout", f"{entered.doing} {late}")
        except WorkerGone as gone:
            self._drop()
            return entered and Failure(entered.plugin, "crash", f"{entered.doing} {gone}")
        except BaseException:
            self._drop()  # interrupted: what it still answers must not be taken for the next article's
            raise
        if isinstance(answer, Failure):
            self._drop()  # a plugin broke off what the worker was doing; who knows what it left behind
        return answer

    def _limit(self, entered: Entering | None) -> float:
        return _OWN_TIME if entered is None else self._time_limit

    def _drop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process = None
