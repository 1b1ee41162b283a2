"""The questions that a ledger answers, one method each; the command line has a command for each."""

from typing import Protocol

import apsw

from zufolge.errors import LedgerError
from zufolge.ledger import actors
from zufolge.ledger.answers import (
    Attribution,
    Decision,
    Dispute,
    Hit,
    Moment,
    OriginGroup,
    Person,
    Proposal,
)
from zufolge.ledger.filters import Filter
from zufolge.ledger.frames import Frame
from zufolge.ledger.identities import MERGE, SPLIT
from zufolge.ledger.opening import explained
from zufolge.ledger.questions_about import about
from zufolge.ledger.questions_disputes import disputes
from zufolge.ledger.questions_origins import origins as origin_groups
from zufolge.ledger.questions_timeline import timeline
from zufolge.ledger.questions_who import who
from zufolge.link.identity import PROPOSED

PAGE = 20
_EVERYTHING = Filter()


class _Book(Protocol):
    """What questions need of a ledger."""

    path: str
    connection: apsw.Connection

    def judge(
        self, subject: str, other: str | None, verdict: str, *, reason: str, by: str
    ) -> str: ...

    def withdraw(self, subject: str, *, reason: str, by: str) -> None: ...


class Questions:
    """The questions, as a part of ``Ledger``.

    Every method returns a ``Frame`` of one page: ``limit`` records after ``offset`` others.
    """

    path: str
    connection: apsw.Connection

    def who(
        self: _Book,
        name: str,
        wanted: Filter = _EVERYTHING,
        *,
        limit: int = PAGE,
        offset: int = 0,
    ) -> Frame[Attribution]:
        """Return the statements of an actor over time: by when they were said, else published.

        Those who are one across articles are one here. Actors who bear the same name and were
        neither merged nor split are shown together, each under its own ``identity``.

        Args:
            name: a name in any spelling, a surname, an abbreviation, or an id.
            wanted: what the statements have to be like.
            limit: at most so many.
            offset: so many are left out before.

        Raises:
            LedgerError: if nobody is called so, or several are (the message names them).
        """
        with explained(self.path):
            identities = actors.namesakes(self.connection, name)
            found = who(self.connection, identities, wanted, limit=limit, offset=offset)
        return Frame(found, Attribution)

    def about(
        self: _Book,
        text: str,
        wanted: Filter = _EVERYTHING,
        *,
        limit: int = PAGE,
        offset: int = 0,
    ) -> Frame[Hit]:
        """Search statements by words and by meaning, the best first.

        Args:
            text: words, or a whole sentence.
            wanted: what the statements have to be like.
            limit: at most so many; beyond 200 there is nothing.
            offset: so many are left out before.

        Raises:
            LedgerError: if the filter asks for what no statement can be like.

        Source: Cormack, Clarke and Büttcher 2009, *Reciprocal Rank Fusion outperforms Condorcet*.
        """
        with explained(self.path):
            identity = _identity(self, wanted)
            found = about(self.connection, text, wanted, identity, limit=limit, offset=offset)
        return Frame(found, Hit)

    def disputes(
        self: _Book,
        wanted: Filter = _EVERYTHING,
        *,
        kind: str | None = None,
        limit: int = PAGE,
        offset: int = 0,
    ) -> Frame[Dispute]:
        """Return statements that stand against each other, the latest first.

        Both sides are groups of same statements; each pair of groups is one dispute.

        Args:
            wanted: what at least one statement of the two sides has to be like.
            kind: ``denies``, ``contradicts``, ``differs`` or ``corrects``; any by default.
            limit: at most so many.
            offset: so many are left out before.

        Raises:
            LedgerError: if the filter or the kind asks for what cannot be.
        """
        with explained(self.path):
            identity = _identity(self, wanted)
            found = disputes(self.connection, wanted, identity, kind, limit=limit, offset=offset)
        return Frame(found, Dispute)

    def origins(
        self: _Book,
        text: str | None = None,
        wanted: Filter = _EVERYTHING,
        *,
        limit: int = PAGE,
        offset: int = 0,
    ) -> Frame[OriginGroup]:
        """Return groups of same statements with their independent origins, reprints gathered.

        Args:
            text: what they are about; all groups by default, the largest first.
            wanted: what at least one statement of a group has to be like.
            limit: at most so many.
            offset: so many are left out before.

        Raises:
            LedgerError: if the filter asks for what no statement can be like.
        """
        with explained(self.path):
            identity = _identity(self, wanted)
            found = origin_groups(
                self.connection, text, wanted, identity, limit=limit, offset=offset
            )
        return Frame(found, OriginGroup)

    def timeline(
        self: _Book,
        wanted: Filter = _EVERYTHING,
        *,
        clock: str | None = None,
        limit: int = PAGE,
        offset: int = 0,
    ) -> Frame[Moment]:
        """Return statements in the order of time: by the earliest day, then by the latest.

        Args:
            wanted: what the statements have to be like.
            clock: ``happened``, ``said`` or ``published``; by default the first of them that is
                known of a statement.
            limit: at most so many.
            offset: so many are left out before.

        Raises:
            LedgerError: if the filter or the clock asks for what cannot be.
        """
        with explained(self.path):
            identity = _identity(self, wanted)
            found = timeline(self.connection, wanted, identity, clock, limit=limit, offset=offset)
        return Frame(found, Moment)

    def actors(
        self: _Book, name: str | None = None, *, limit: int = PAGE, offset: int = 0
    ) -> Frame[Person]:
        """List actors across articles, those with most statements first.

        Args:
            name: only those that this name or id may mean.
            limit: at most so many.
            offset: so many are left out before.
        """
        with explained(self.path):
            found = actors.persons(self.connection, name, limit=limit, offset=offset)
        return Frame(found, Person)

    def proposals(
        self: _Book, *, least: float = PROPOSED, limit: int = PAGE, offset: int = 0
    ) -> Frame[Proposal]:
        """List pairs of actors that may be one, the likeliest first.

        Args:
            least: the lowest score, 0 to 1.
            limit: at most so many.
            offset: so many are left out before.
        """
        with explained(self.path):
            found = actors.proposals(self.connection, least, limit=limit, offset=offset)
        return Frame(found, Proposal)

    def decisions(self: _Book) -> Frame[Decision]:
        """List what users decided about actors and did not take back, in order."""
        with explained(self.path):
            return Frame(actors.decisions(self.connection), Decision)

    def merge(self: _Book, left: str, right: str, *, reason: str, by: str) -> str:
        """Record that two actors are one, for all articles now and later.

        Args:
            left: name or id of the one.
            right: name or id of the other.
            reason: on which grounds.
            by: who decides.

        Returns:
            The id of the judgement, by which it can be taken back.

        Raises:
            LedgerError: if a name means nobody or several.
        """
        return _decide(self, left, right, MERGE, reason, by)

    def split(self: _Book, left: str, right: str, *, reason: str, by: str) -> str:
        """Record that two actors are two, whatever speaks for their being one.

        Args:
            left: name or id of the one; the id of an actor tells it from its namesakes.
            right: name or id of the other.
            reason: on which grounds.
            by: who decides.

        Returns:
            The id of the judgement, by which it can be taken back.

        Raises:
            LedgerError: if a name means nobody or several.
        """
        return _decide(self, left, right, SPLIT, reason, by)

    def undo(self: _Book, judgement: str, *, reason: str, by: str) -> None:
        """Take back a merge or a split; the record of it stays.

        Args:
            judgement: its id.
            reason: on which grounds.
            by: who takes it back.

        Raises:
            LedgerError: if no such decision holds.
        """
        if judgement not in [each.judgement for each in actors.decisions(self.connection)]:
            raise LedgerError(f"no merge or split {judgement!r} holds; see zufolge actor decisions")
        self.withdraw(judgement, reason=reason, by=by)


def _identity(book: _Book, wanted: Filter) -> str | None:
    return None if wanted.actor is None else actors.find_one(book.connection, wanted.actor)


def _decide(book: _Book, left: str, right: str, verdict: str, reason: str, by: str) -> str:
    with explained(book.path):
        one, other = (actors.representative(book.connection, name) for name in (left, right))
    if one == other:
        message = f"{left!r} and {right!r} are the same actor of one article; give the ids of two"
        raise LedgerError(message)
    earlier = actors.decided(book.connection, one, other)
    judgement = book.judge(one, other, verdict, reason=reason, by=by)
    for each in earlier:
        if each != judgement:
            book.withdraw(each, reason=f"decided anew: {judgement}", by=by)
    return judgement
