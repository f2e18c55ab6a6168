"""The small closed lists that tell whether a first word may be written small, and what a verb is."""

from __future__ import annotations

PRONOUNS = frozenset("we they you he she it everyone everybody anyone somebody someone nobody".split())
"""Words that are surely the subject of a sentence."""

DETERMINERS = frozenset(
    "a an the our their your his her its my every each all any both some one two three four five six seven eight "
    "nine ten many most few several no this that these those another".split()
)

TIME_WORDS = frozenset(
    "after before during within once until since from when whenever as while in on at by later every two three "
    "four five six one each next".split()
)
"""First words that often open a sentence with its own moment: "After two weeks, …"."""

CONDITIONS = frozenset("if whenever wherever unless".split())

OTHER_FUNCTION_WORDS = frozenset(
    "and or but so then also there here here's how what who whoever where why which for with without through to "
    "via over per about because not only just if".split()
)

COMMON_WORDS = frozenset(
    "access account accounts adults advice advisers agents also always amateur app apprentices artists assigned "
    "athletes automated automatic bakeries bakers beginners best better bikers birthday biscuits boaters bonus "
    "bonuses bookings books bosses boys bread breakfast bus business businesses busy buyers cafés card cards "
    "cat chat chats cheap chefs children cities city class classes clean clear clients clinics club clubs "
    "coaches coffee collectors colleges communities community commuters companies companions competition "
    "competitions complaints confirmation consultation consultations contest contests cooks couples coupons "
    "course courses custom customers customised customized cyclists daily day days dedicated deliveries "
    "delivery demo demos designers detailed developers digital dinner direct discount discounts dog drivers "
    "e-mail e-mails easy elderly email emails employees employers engineers event events expats experienced "
    "experts families family fans farmers fast feedback female first fishers fitness flexible flyers follow-up "
    "forum forums founders free freelancers frequent fresh friendly friends full gamers gardeners gift gifts "
    "girls good graduates grandparents group groups guests guide guides gym gyms hand-written handmade "
    "handwritten health healthcare healthy help help-desk helpdesk high-income hikers hobby home homeowners "
    "homes honest hospitals hotel hotels hotline households human immediate individual individuals influencers "
    "international investors invitation invitations journalists kids kindergartens landlords large lawyers "
    "learners less lesson lessons letter letters live local long-term low-income loyal loyalty lunch managers "
    "map maps mechanics medium-sized meeting meetings members men mentors menu menus messages monthly more "
    "mothers musicians nearby new newcomers newsletter newsletters nobody non-profits notification "
    "notifications nurseries nurses occasional office offices often older online open organisations "
    "organizations owners page pages parents parties partners patients people personal personalised "
    "personalized pet phone photo photographers photos physical picture pictures players please podcast points "
    "poll polls posters posts pregnant premium price prices printed private products professional professionals "
    "public pupils quality questions quick readers recipes recommendation recommendations refund refunds "
    "regular regulars reminders renters repair repairs reports residents restaurants retailers retired retirees "
    "returns reviews rewards riders runners rural samples schools second seniors service shop shoppers shops "
    "short simple single skilled small social software someone sometimes special sport sports staff stamp "
    "start-ups startups stickers stories story streamers students students' studios subscribers suburban "
    "suppliers support surfers surveys swimmers tailored teachers teams technicians teenagers teens telephone "
    "tenants test thank thank-you third tickets tourists tracking traders trained trainers training travelers "
    "travellers trial trials tutorials universities urban users usually vegan vegans vegetarian video videos "
    "visitors volunteers voucher vouchers walkers warm warranty webinar webinars website wedding weekday "
    "weekend weekly whole wholesale wholesalers women workers working workshops writers yearly "
    "young younger".split()
)
"""Common nouns and adjectives, at home in small letters, that an answer or a segment's name begins with."""

AUXILIARIES = frozenset(
    "is are was were am will would can could may might must shall should has have had do does did "
    "won't can't don't doesn't isn't aren't it's they're we're".split()
)
RELATIVES = frozenset(
    "that who which whose where when what how if while because as so until whether whom whoever whatever".split()
)
"""A verb after one of these may belong to a part of a sentence only."""

PARTICLES = frozenset("up out back in off away".split())
OBJECTS = frozenset(
    "a an the them him her it us you their your our his its all any customers clients guests members everyone "
    "everybody each every whether how what which people students questions".split()
)
"""Words that follow a verb as its object, so that "calls every customer" is no list of calls."""

TIMES = frozenset(
    "second minute hour day night morning afternoon evening week weekend month quarter year season time spring "
    "summer autumn winter monday tuesday wednesday thursday friday saturday sunday two three four six".split()
)

AFTER_I = AUXILIARIES | frozenset(
    "'m 'll 've 'd am dont don't didnt didn't cant can't wont won't havent haven't couldnt wouldnt shouldnt think "
    "always also often never only just still usually sometimes then really personally first try like love hope "
    "did gave got had made said sent showed told took went wrote spoke met brought kept built thought knew".split()
)
"""Words that show that an "i" in front of them is the pronoun."""

BEFORE_I = RELATIVES | CONDITIONS | frozenset("and or but then so also before after since than".split())
"""Words behind which an "i" is the pronoun."""

SURE_VERBS = frozenset(
    "accept adapt add advise agree allow apologise apologize appoint arrange arrive ask assign attend become "
    "begin borrow bring build choose collect come compare connect create decide deliver discuss encourage "
    "enjoy ensure expect explain find follow get give go greet grow hear hold improve include inform introduce "
    "invite join keep know learn leave lend let listen maintain make meet need notify order organise organize "
    "pay pick prepare present prevent propose provide publish receive recommend reduce refund remember remind "
    "replace reply respond run say see select sell send serve set sit solve speak suggest swap take talk teach "
    "tell thank train understand use vote want welcome win write".split()
)
"""Base forms that, as the first word of an answer, are surely an action: "Send a photo"."""

UNSURE_VERBS = frozenset(
    "answer book call care chat check contact demonstrate design email e-mail enter fix guide handle help host "
    "list measure message offer phone plan post reward repair reserve review share show start stay support "
    "survey test track try update visit watch work".split()
)
"""Base forms that are nouns too: they count as verbs only before an object."""


def third_person(verb: str) -> str:
    """Return the form that follows "she": sends, teaches, tries."""
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


_NOUNS_TOO = frozenset("orders uses sets runs presents needs wins builds borrows swaps votes finds picks".split())
SURE_THIRD = frozenset(third_person(verb) for verb in SURE_VERBS) - _NOUNS_TOO
UNSURE_THIRD = frozenset(third_person(verb) for verb in UNSURE_VERBS) | {
    "orders",
    "uses",
    "sets",
    "runs",
    "presents",
}
SMALL = (
    PRONOUNS
    | DETERMINERS
    | TIME_WORDS
    | CONDITIONS
    | OTHER_FUNCTION_WORDS
    | COMMON_WORDS
    | SURE_VERBS
    | UNSURE_VERBS
    | SURE_THIRD
    | UNSURE_THIRD
)
"""Every word that is safely written small inside a sentence."""
