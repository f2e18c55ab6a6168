"""The floor to beat: a plain keyword list, as somebody would write it in ten minutes."""

from __future__ import annotations

from canvas.accuracy.verdicts import Verdicts

_TYPES = {
    "personal_assistance": ("support", "help", "staff", "personal", "customer service", "phone", "chat"),
    "dedicated_personal_assistance": ("dedicated", "account manager", "personal trainer", "assigned"),
    "self_service": ("self-service", "self service", "faq", "website", "web shop", "online shop", "tutorial"),
    "automated_services": ("automat", "recommend", "chatbot", "reminder", "notification"),
    "communities": ("communit", "forum", "club", "group", "event"),
    "co_creation": ("feedback", "co-creat", "custom", "review", "suggestion", "survey"),
}
_STAGES = {
    "before": ("before", "advert", "advice", "trial", "demo", "new customers"),
    "during": ("during", "order", "buy", "use", "service"),
    "after": ("after", "support", "warranty", "return", "complaint", "loyalty", "follow"),
}
_CHANNELS = ("website", "social media", "instagram", "facebook", "advert", "shop", "flyer", "seo", "google")
_VAGUE = ("excellent", "quality", "trust", "long-term", "satisfaction", "best", "loyal", "strong", "professional")


def keyword_verdicts(text: str) -> Verdicts:
    """Return what the keyword list says of a text; it shows no quotes."""
    lower = text.lower()
    types = [name for name, words in _TYPES.items() if any(word in lower for word in words)]
    labels = set(types) | {name for name, words in _STAGES.items() if any(word in lower for word in words)}
    if "after" not in labels:
        labels.add("no_after_sales")
    if len(types) < 2:
        labels.add("one_type_for_all")
    if sum(word in lower for word in _CHANNELS) >= 2:
        labels.add("channel_confusion")
    if sum(word in lower for word in _VAGUE) >= 2:
        labels.add("too_general")
    return Verdicts(labels=frozenset(labels), order=tuple(types))
