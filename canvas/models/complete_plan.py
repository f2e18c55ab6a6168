"""The strict models of a complete plan: the rules of the domain, checked on demand, all problems at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    ValidatorFunctionWrapHandler,
)
from pydantic import model_validator as validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from canvas.models.base import Frozen
from canvas.models.nothing import says_something
from canvas.models.vocabulary import KeyQuestion, RelationshipType, Stage
from canvas.models.workbook import Workbook


def _answered(answer: str) -> str:
    if not says_something(answer):
        raise ValueError("this says nothing")
    return answer


Named = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A name is any word: a business may well be called Later."""
Filled = Annotated[Named, AfterValidator(_answered)]
_STAGE_WORDS = {Stage.BEFORE: "before the purchase", Stage.DURING: "during it", Stage.AFTER: "after it"}


class Problem(Frozen):
    """One thing that keeps a plan from being complete. origin: the path of the field, as in the workbook."""

    origin: str
    says: str


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class CompleteSegment(_Strict):
    """A segment somebody can picture: it has a name."""

    id: str
    name: Named


class CompleteVenture(_Strict):
    """A business a reader understands: name, offer, segments, promise and channels."""

    name: Named
    offer: Filled
    segments: Annotated[tuple[CompleteSegment, ...], Field(min_length=1)]
    value_proposition: Filled
    channels: Filled


class CompleteCommitment(_Strict):
    """A relationship that says what happens, at one stage at least."""

    segment: str
    type: RelationshipType
    before: str
    during: str
    after: str


class CompleteAnswers(_Strict):
    """The five key questions, all answered; the sixth is a present."""

    attract: Filled
    interact: Filled
    retain: Filled
    personal_or_automated: Filled
    feedback: Filled
    grow: str = ""


class CompletePlan(_Strict):
    """A plan with nothing left open. Raises pydantic's ValidationError with every problem at once."""

    venture: CompleteVenture
    commitments: tuple[CompleteCommitment, ...]
    answers: CompleteAnswers

    @validator(mode="wrap")
    @classmethod
    def _every_problem_at_once(cls, data: Any, handler: ValidatorFunctionWrapHandler) -> CompletePlan:
        """Run the rules of the domain beside the rules of the fields, so that none hides another."""
        details = [_detail(path, says, data) for path, says in _domain_problems(data)]
        try:
            plan: CompletePlan = handler(data)
        except ValidationError as error:
            details += [
                InitErrorDetails(
                    type=PydanticCustomError("missing", "{says}", {"says": _field_message(found["loc"])}),
                    loc=found["loc"],
                    input=found["input"],
                )
                for found in error.errors()
            ]
        if details:
            raise ValidationError.from_exception_data(cls.__name__, details)
        return plan


def problems(workbook: Workbook) -> tuple[Problem, ...]:
    """Return everything that keeps this workbook from being a complete plan, in the order of the steps.

    An empty tuple means that the plan is complete. Never raises.
    """
    data = workbook.model_dump(exclude={"draft"})
    try:
        CompletePlan.model_validate(data)
    except ValidationError as error:
        found = [Problem(origin=_origin(item["loc"], data), says=item["ctx"]["says"]) for item in error.errors()]
        return tuple(sorted(found, key=lambda problem: _STEPS.index(problem.origin.split(".")[0])))
    return ()


_STEPS = ("venture", "commitments", "answers")


def _detail(path: tuple[str | int, ...], says: str, data: Any) -> InitErrorDetails:
    return InitErrorDetails(type=PydanticCustomError("plan_rule", "{says}", {"says": says}), loc=path, input=data)


def _domain_problems(data: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield what no single field can know: how segments and commitments fit together."""
    segments = data["venture"]["segments"]
    names = Counter(segment["name"].strip().casefold() for segment in segments)
    known = {segment["id"] for segment in segments}
    treated = {commitment["segment"] for commitment in data["commitments"]}
    for index, segment in enumerate(segments):
        name = segment["name"].strip()
        if name and names[name.casefold()] > 1:
            yield (
                ("venture", "segments", index, "name"),
                f"Two segments are called “{name}”. Rename one of them.",
            )
        if segment["id"] not in treated:
            yield (
                ("venture", "segments", index),
                f"{_named(name)} has no relationship yet. Choose at least one in the step Relationships.",
            )
    for index, commitment in enumerate(data["commitments"]):
        label = RelationshipType(commitment["type"]).value.replace("_", " ")
        if commitment["segment"] not in known:
            yield (
                ("commitments", index),
                f"“{label}” is planned for a segment that is not in the plan. Remove it, or add the segment.",
            )
        elif not any(says_something(commitment[stage.value]) for stage in Stage):
            moments = ", ".join(_STAGE_WORDS.values())
            yield (
                ("commitments", index),
                f"Say what happens in “{label}”: {moments}. One of them is enough to start.",
            )


def _named(name: str) -> str:
    return f"“{name}”" if name else "A segment without a name"


_FIELD_MESSAGES = {
    ("venture", "name"): "Give your business a name; a working title is fine.",
    ("venture", "offer"): "Say what you offer.",
    ("venture", "segments"): "Add at least one customer segment.",
    ("venture", "value_proposition"): "Say why customers choose you.",
    ("venture", "channels"): "Name the channels through which you reach your customers.",
    ("answers", KeyQuestion.ATTRACT.value): "Answer the question: How do we attract customers?",
    ("answers", KeyQuestion.INTERACT.value): "Answer the question: How do we interact with customers?",
    ("answers", KeyQuestion.RETAIN.value): "Answer the question: How do we retain customers?",
    ("answers", KeyQuestion.PERSONAL_OR_AUTOMATED.value): (
        "Answer the question: Is the relationship personal or automated?"
    ),
    (
        "answers",
        KeyQuestion.FEEDBACK.value,
    ): "Answer the question: How do we handle customer feedback and complaints?",
}


def _field_message(path: tuple[str | int, ...]) -> str:
    if path[:2] == ("venture", "segments") and len(path) > 2:
        return "Give this segment a name."
    return _FIELD_MESSAGES[(str(path[0]), str(path[1]))]


def _origin(path: tuple[str | int, ...], data: dict[str, Any]) -> str:
    """Turn list positions into the stable ids that the pages use."""
    match path:
        case ("venture", "segments", int(index), *rest):
            return ".".join(["venture.segments", data["venture"]["segments"][index]["id"], *map(str, rest)])
        case ("commitments", int(index), *_):
            commitment = data["commitments"][index]
            return f"commitments.{commitment['segment']}.{RelationshipType(commitment['type']).value}"
        case _:
            return ".".join(map(str, path))
