"""The page Review in AppTest: who gets in, the sample class, its parts, the rubric, release and what goes back."""

import ast
from pathlib import Path

import pytest
import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest

from canvas.desk.batch import read_batch
from canvas.desk.marking import default_rubric
from canvas.errors import RequestError, StaleRevisionError
from canvas.models.review import Platform, Review, ReviewComment, ReviewState
from canvas.models.vocabulary import Mistake
from canvas.ui import pages
from canvas.ui.parts import (
    review_class,
    review_files,
    review_guard,
    review_joining,
    review_people,
    review_rubric,
    review_upload,
)
from canvas.ui.parts.review_words import sheet_key
from canvas.ui.views import review
from canvas.web import review_known, review_list, reviewers

from .conftest import NOW

TEXTS = {
    "k1": "Excellent service with a smile for everybody, always at the highest quality that one can think of.",
    "k2": "Each guest gets a call from Ana two days after the stay. A member club meets on the first Friday.",
}


@pytest.fixture
def desk(store, monkeypatch):
    """A server on this computer with one class of two."""
    monkeypatch.setattr(review_list, "the_store", lambda: store)
    monkeypatch.setattr(reviewers._Listening, "address", "localhost")
    sources = [(f"{key}.txt", text.encode()) for key, text in TEXTS.items()]
    read = read_batch(sources, batch_id="one", title="Class one", seed=7)
    store.create_batch(read.batch, read.originals, default_rubric(), NOW)
    return store


@pytest.fixture
def page(browser, desk):
    """Open Review, with a batch and one of its parts or without."""

    def script():
        from canvas.ui.session import open_session
        from canvas.ui.views import review

        open_session()
        review.render()

    def opened(part="", batch="one") -> AppTest:
        app = AppTest.from_function(script, default_timeout=20)
        if part:
            app.query_params["batch"], app.query_params["part"] = batch, part
        return app.run()

    return opened


def test_review_stands_in_the_menu_only_where_somebody_may_review(store, monkeypatch):
    monkeypatch.setattr(pages, "streamlit_page", lambda page: page)
    monkeypatch.setattr(reviewers._Listening, "address", "0.0.0.0")
    assert pages.Page.REVIEW not in pages.all_pages()
    monkeypatch.setattr(reviewers._Listening, "address", "localhost")
    assert pages.Page.REVIEW in pages.all_pages()


def test_whoever_is_no_reviewer_sees_the_door_and_no_batch(page, monkeypatch):
    monkeypatch.setattr(review, "may_review", lambda headers, now: False)
    app = page()
    assert "only after the passphrase" in app.markdown[-1].value
    assert "Class one" not in str([one.value for one in app.markdown])


def test_batches_are_listed_with_how_far_they_are(page, desk):
    app = page()
    assert "**Class one**" in [one.value for one in app.markdown]
    assert any("0 of 2 reviewed" in one.value for one in app.caption)


def test_a_deleted_batch_can_be_brought_back(page, desk):
    app = page()
    app.button(key="delete_one").click().run()
    assert desk.batches() == ()
    app.button(key="restore_last").click().run()
    assert [entry.id for entry in desk.batches()] == ["one"]


@pytest.mark.parametrize("part", [part for part in review.Part if part is not review.Part.DESK])
def test_every_part_of_a_batch_is_drawn(page, part):
    app = page(part.value)
    assert not app.exception
    assert not app.error
    assert app.header


def test_a_batch_that_is_gone_leads_back_to_the_list(page, desk):
    app = page("class", batch="gone")
    assert not app.exception
    assert [one.value for one in app.title] == ["Review"]


def test_releasing_moves_what_is_reviewed_and_nothing_else(page, desk):
    keys = [entry.key for entry in desk.submissions("one")]
    desk.save_review("one", Review(student=keys[0], state=ReviewState.REVIEWED), 0, NOW)
    desk.save_review("one", Review(student=keys[1]), 0, NOW)
    app = page("back")
    app.button(key="release").click().run()
    assert [desk.review("one", key, "").state for key in keys] == [ReviewState.RELEASED, ReviewState.DRAFT]
    app.button(key="take_back").click().run()
    assert desk.review("one", keys[0], "").state is ReviewState.REVIEWED


def save_theirs(desk, brief="Theirs."):
    rubric = desk.rubric("one")
    desk.save_rubric("one", rubric.model_copy(update={"maximum": rubric.maximum * 2}))
    desk.save_brief("one", brief, desk.batch_head("one").brief)


def named(app, label):
    """The first button or field with this label."""
    return next(one for one in (*app.button, *app.text_input, *app.text_area) if one.label == label)


def test_what_was_typed_while_another_reviewer_saved_stays_beside_theirs(page, desk):
    app = page("rubric")
    save_theirs(desk)
    named(app, "Title").set_value("My rubric")
    named(app, "Save the rubric").click().run()
    told = [one.value.split(" in another")[0] for one in app.warning]
    assert told == ["The rubric was changed", "The brief was changed"]
    assert [one.value for one in app.code] == ["Maximum: 20", "Theirs."]
    assert (named(app, "Title").value, named(app, "Maximum").value) == ("My rubric", "10")
    assert (desk.rubric("one").title, desk.rubric("one").maximum) == (default_rubric().title, 20)
    app.run()
    assert named(app, "Title").value == "My rubric"


def test_who_saved_second_keeps_the_own_version(page, desk):
    app = page("rubric")
    save_theirs(desk)
    named(app, "Title").set_value("My rubric")
    named(app, "Save the rubric").click().run()
    named(app, "Use mine").click().run()
    assert (desk.rubric("one").title, desk.rubric("one").maximum) == ("My rubric", 10)
    app.text_area[0].set_value("Mine.")
    named(app, "Use mine").click().run()
    assert desk.batch_head("one").brief == app.text_area[0].value == "Mine."
    assert not app.warning


def test_who_saved_second_takes_the_other_version(page, desk):
    app = page("rubric")
    save_theirs(desk)
    named(app, "Title").set_value("My rubric")
    named(app, "Save the rubric").click().run()
    named(app, "Use the other one").click().run()
    assert (named(app, "Title").value, named(app, "Maximum").value) == (default_rubric().title, "20")
    app.text_area[0].set_value("Mine.")
    named(app, "Use the other one").click().run()
    assert desk.batch_head("one").brief == app.text_area[0].value == "Theirs."
    assert (desk.rubric("one").maximum, len(app.warning)) == (20, 0)


def test_a_choice_never_hits_a_version_that_was_not_on_the_page(page, desk):
    app = page("rubric")
    desk.save_brief("one", "Theirs.")
    app.text_area[0].set_value("Mine.")
    named(app, "Save the brief").click().run()
    desk.save_brief("one", "A third one.", "Theirs.")
    named(app, "Use mine").click().run()
    assert desk.batch_head("one").brief == app.code[0].value == "A third one."
    assert app.text_area[0].value == "Mine."


def test_what_was_left_untouched_on_another_page_is_drawn_as_it_is_now(page, desk):
    app = page("rubric")
    app.query_params["part"] = "class"
    app.run()
    save_theirs(desk)
    app.query_params["part"] = "rubric"
    app.run()
    assert (named(app, "Maximum").value, app.text_area[0].value) == ("20", "Theirs.")
    assert not app.warning


def test_what_another_rubric_changes_is_said_in_lines():
    begun = default_rubric()
    first, *rest = begun.rows
    heavy = rest[0].model_copy(update={"weight": rest[0].weight + 1})
    kept = begun.model_copy(update={"rows": (heavy, *rest[1:])})
    assert review_rubric.changes_in(kept, begun).splitlines() == [
        f"{heavy.title}: weight {heavy.weight}",
        f"Taken out: {first.title}",
    ]
    turned = begun.model_copy(update={"rows": (*rest, first)})
    assert review_rubric.changes_in(turned, begun) == "The rows stand in another order."


def test_a_brief_is_written_on_the_page_and_kept(page, desk):
    app = page("rubric")
    app.text_area[0].set_value("Two segments.\n\nThree stages.  ")
    app.button[-1].click().run()
    assert desk.batch_head("one").brief == "Two segments.\n\nThree stages."
    assert any("The brief is saved" in one.value for one in app.success)


@pytest.mark.parametrize(("typed", "number"), [("7,5", "7.5"), (" 10 ", "10")])
def test_numbers_are_read_with_a_point_or_a_comma(typed, number):
    assert str(review_rubric.number_in(typed, "Step")) == number


@pytest.mark.parametrize("typed", ["", "ten", "NaN", "Infinity"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(ValueError, match="is no number"):
        review_rubric.number_in(typed, "Step")


@pytest.mark.parametrize(
    ("names", "title"),
    [
        (["PLAN101-Essay_one-31.zip"], "PLAN101-Essay one-31"),
        (["a.docx", "b.docx"], "New batch"),
        ([".zip"], ".zip"),
    ],
)
def test_a_batch_is_first_called_as_its_zip(names, title):
    assert review_upload.title_from(names) == title


def test_words_of_students_are_escaped(desk):
    from canvas.desk.passages import Seen

    people = review_known.known("one")
    key = next(iter(people.ticket_of))
    place = Seen(key=key, sentence="<b>We call</b> you", quote="call</b>", start=6, end=14)
    html = review_people.people_html("one", people, [place])
    assert "&lt;b&gt;We <mark>call&lt;/b&gt;</mark> you" in html
    assert "<i>" not in review_class.bars_html([("<i>", 1)], 2, "warm")


def test_another_upload_joins_a_batch_and_comments_move_with_their_words(page, desk):
    from canvas.ui.parts.review_joining import join_batch

    keys = [entry.key for entry in desk.submissions("one")]
    key = next(one for one in keys if "call from Ana" in desk.submission("one", one).text)
    start = TEXTS["k2"].index("A member club")
    comment = ReviewComment(id="c1", says="When?", quote="A member club", start=start, end=start + 13)
    desk.save_review("one", Review(student=key, comments=(comment,)), 0, NOW)
    newer = [("k2.txt", f"Two lines more.\n\n{TEXTS['k2']}".encode()), ("k3.txt", TEXTS["k1"].encode())]
    told = join_batch("one", read_batch(newer, batch_id="two", title="Newer", seed=1))
    assert told == "1 student came in. 1 text changed."
    kept = desk.review("one", key, "").comments[0]
    text = desk.submission("one", key).text
    assert text.startswith("Two lines more.")
    assert text[kept.start : kept.end] == "A member club"
    assert len(desk.submissions("one")) == 3


def test_whose_finished_review_is_about_an_older_text_is_said_on_the_desk(page, desk):
    key = next(one.key for one in desk.submissions("one") if "Ana" in desk.submission("one", one.key).text)
    desk.save_review("one", Review(student=key, state=ReviewState.RELEASED), 0, NOW)
    newer = [("k2.txt", f"New. {TEXTS['k2']}".encode())]
    told = review_joining.join_batch("one", read_batch(newer, batch_id="two", title="Newer", seed=1))
    people = review_known.known("one")
    number = people.numbers[people.ticket_of[key]]
    assert told.endswith(f"Look again at what is reviewed already: Student {number:02d}.")
    app = page()
    app.query_params["batch"], app.query_params["part"] = "one", "class"
    app.session_state[review_joining.TOLD] = told
    app.run()
    assert told in [one.value for one in app.info]
    assert not app.run().info


def test_the_page_says_which_sheet_is_in_use_and_that_none_is_stored(page, desk):
    sources = [(f"{key}.txt", text.encode()) for key, text in TEXTS.items()]
    read = read_batch(sources, batch_id="moodle", title="From Moodle", seed=7)
    desk.create_batch(
        read.batch.model_copy(update={"platform": Platform.MOODLE}), read.originals, default_rubric(), NOW
    )
    app = page("back", batch="moodle")
    assert any("drop it again" in one.value for one in app.caption)
    app.session_state[sheet_key("moodle")] = ("grades.csv", b"Identifier,Full name,Grade\n")
    app.run()
    assert any(r"In use is **grades\.csv**" in one.value for one in app.caption)


def test_a_text_that_came_again_with_as_many_words_is_read_again(page, desk):
    from canvas.ui.parts.review_data import class_data
    from canvas.ui.parts.review_joining import join_batch

    before = class_data("one")
    newer = [("k2.txt", TEXTS["k2"].replace("Ana", "Eva").encode())]
    join_batch("one", read_batch(newer, batch_id="two", title="Newer", seed=1))
    assert any("Eva" in one.text for one in class_data("one").batch.submissions)
    assert not any("Eva" in one.text for one in before.batch.submissions)


def test_a_deleted_batch_is_removed_for_good_only_when_asked(page, desk):
    app = page()
    app.button(key="delete_one").click().run()
    assert [entry.id for entry in desk.batches(deleted=True)] == ["one"]
    app.button(key="erase_last").click().run()
    assert desk.batches(deleted=True) == ()


def test_a_click_after_the_session_has_ended_does_nothing(page, desk, monkeypatch):
    app = page()
    monkeypatch.setattr(review_guard, "may_review", lambda headers, now: False)
    app.button(key="delete_one").click().run()
    assert [entry.id for entry in desk.batches()] == ["one"]


def test_a_file_is_refused_after_the_session_has_ended(monkeypatch):
    made = review_guard.file_for_reviewers(lambda: b"names")
    monkeypatch.setattr(review_guard, "may_review", lambda headers, now: False)
    with pytest.raises(RequestError):
        made()


@pytest.fixture
def offered(monkeypatch):
    """What every button for a download that is drawn would hand out, by its key."""
    found = {}
    drawn = DeltaGenerator.download_button

    def draw(self, label, data, *places, key, **more):
        found[key] = data
        return drawn(self, label, data, *places, key=key, **more)

    monkeypatch.setattr(DeltaGenerator, "download_button", draw)
    monkeypatch.setattr(
        st, "download_button", lambda *given, **more: st.container().download_button(*given, **more)
    )
    return found


def test_no_download_of_any_part_is_handed_out_after_the_session_has_ended(page, desk, offered, monkeypatch):
    names = {"k1": "Ann_1_assignsubmission_file/a.txt", "k2": "Ben_2_assignsubmission_file/b.txt"}
    read = read_batch(
        [(names[key], text.encode()) for key, text in TEXTS.items()], batch_id="m", title="M", seed=7
    )
    desk.create_batch(read.batch, read.originals, default_rubric(), NOW)
    desk.save_review("m", Review(student="1", override=7, state=ReviewState.RELEASED), 0, NOW)
    sheet = b"Identifier,Full name,Grade,Maximum Grade\r\nParticipant 1,Ann,,10.00\r\n"
    app = page("back", batch="m")
    app.session_state[sheet_key("m")] = ("grades.csv", sheet)
    app.run()
    app.button(key="make_zip").click().run()
    for part in (one for one in review.Part if one is not review.Part.DESK):
        app.query_params["part"] = part.value
        assert not app.run().exception
    keys = {"sheet_down", "zip_down", "overview_down", "rubric_down", "my_reviews", "lesson_html", "lesson_docx"}
    assert offered.keys() == keys
    assert all(isinstance(made(), bytes) for made in offered.values())
    monkeypatch.setattr(review_guard, "may_review", lambda headers, now: False)
    for made in offered.values():
        with pytest.raises(RequestError):
            made()


def test_every_download_button_of_the_review_pages_asks_again():
    folder = Path(review_guard.__file__).parent
    modules = [ast.parse(path.read_text(encoding="utf-8")) for path in folder.glob("review_*.py")]
    calls = [node for module in modules for node in ast.walk(module) if isinstance(node, ast.Call)]
    downloads = [call for call in calls if getattr(call.func, "attr", "") == "download_button"]
    assert len(downloads) >= 7
    for call in downloads:
        assert ast.unparse(call.args[1]).startswith("file_for_reviewers("), ast.unparse(call)


def test_the_sheet_and_the_files_of_one_class_are_never_offered_for_another(page, desk):
    sources = [(f"{key}.txt", text.encode()) for key, text in TEXTS.items()]
    read = read_batch(sources, batch_id="moodle", title="From Moodle", seed=7)
    desk.create_batch(
        read.batch.model_copy(update={"platform": Platform.MOODLE}), read.originals, default_rubric(), NOW
    )
    app = page("back", batch="moodle")
    app.session_state[sheet_key("another")] = ("sheet.csv", b"Identifier\n")
    app.session_state["feedback_zip_another"] = (0, None)
    app.run()
    assert not app.error
    assert any("Download it from the assignment" in one.value for one in app.caption)


def test_feedback_files_are_offered_only_as_long_as_nothing_changed(page, desk):
    keys = [entry.key for entry in desk.submissions("one")]
    kept = desk.save_review("one", Review(student=keys[0], state=ReviewState.RELEASED), 0, NOW)
    app = page("back")
    app.button(key="make_zip").click().run()
    assert app.session_state["feedback_zip_one"][1].data
    assert not any("Make them again" in one.value for one in app.caption)
    desk.save_review("one", kept.model_copy(update={"summary": "Better words."}), kept.revision, NOW)
    app.run()
    assert any("Make them again" in one.value for one in app.caption)


@pytest.mark.parametrize(
    ("newer", "again"), [("k1", True), ("k2", False)], ids=["who is released", "who is not released"]
)
def test_feedback_files_are_no_longer_offered_when_somebody_in_them_handed_in_anew(page, desk, newer, again):
    desk.save_review("one", Review(student="k1", state=ReviewState.RELEASED), 0, NOW)
    app = page("back")
    app.button(key="make_zip").click().run()
    read = read_batch([(f"{newer}.txt", f"New. {TEXTS['k1']}".encode())], batch_id="two", title="T", seed=1)
    review_joining.join_batch("one", read)
    app.run()
    assert any("Make them again" in one.value for one in app.caption) is again
    assert bool([one for one in app.get("download_button") if one.proto.label == "Feedback (.zip)"]) is not again


def test_feedback_files_are_no_longer_offered_when_another_checker_judges(page, desk, monkeypatch):
    desk.save_review("one", Review(student="k1", state=ReviewState.RELEASED), 0, NOW)
    app = page("back")
    app.button(key="make_zip").click().run()
    monkeypatch.setattr(review_files, "checker", lambda: "another one")
    app.run()
    assert any("Make them again" in one.value for one in app.caption)


@pytest.fixture
def alike(desk, page):
    """The page Similar with a comment for two students who make one mistake in the same words."""
    for key in ("k3", "k4"):
        read = read_batch([(f"{key}.txt", f"{TEXTS['k1']} {key}".encode())], batch_id="x", title="X", seed=7)
        review_joining.join_batch("one", read)
    app = page("similar")
    app.pills(key="similar_mistake_one").set_value(Mistake.TOO_GENERAL).run()
    named(app, "Comment for all of them").set_value("Who does it?").run()
    return app


def told_by(app):
    return [one.value for one in app.success], [one.value for one in app.warning]


def test_one_comment_is_counted_where_it_was_saved_and_the_others_are_named(desk, alike, monkeypatch):
    people = review_known.known("one")
    save = desk.save_review

    def busy(batch_id, review, base_revision, now):
        if review.student == "k3":
            raise StaleRevisionError("Changed in another window.")
        return save(batch_id, review, base_revision, now)

    monkeypatch.setattr(desk, "save_review", busy)
    alike.button(key="give_to_all").click().run()
    saved = [review.student for review in desk.reviews("one")]
    assert sorted(saved) == ["k1", "k4"]
    [told], [left] = told_by(alike)
    assert told == "The comment stands in 2 reviews now."
    assert f"Student {people.numbers[people.ticket_of['k3']]:02d}. Leave the others out" in left
    assert left.count("Student ") == 1


def test_one_comment_that_was_saved_nowhere_is_not_said_to_stand_anywhere(desk, alike, monkeypatch):
    def busy(*given):
        raise StaleRevisionError("Changed in another window.")

    monkeypatch.setattr(desk, "save_review", busy)
    alike.button(key="give_to_all").click().run()
    told, [left] = told_by(alike)
    assert told == []
    assert left.count("Student ") == 3


def test_one_comment_goes_into_released_reviews_and_they_are_to_be_released_again(desk, alike):
    desk.save_review("one", Review(student="k4", state=ReviewState.RELEASED), 0, NOW)
    alike.run()
    alike.button(key="give_to_all").click().run()
    assert told_by(alike) == (
        ["The comment stands in 3 reviews now. 1 of them had been released; release them again in “Give back”."],
        [],
    )
    assert desk.review("one", "k4", "").state is ReviewState.REVIEWED


@pytest.fixture
def without_work(desk):
    """A class in which two reviewers rated a student who handed in nothing, and nobody else."""
    read = read_batch([("k2.txt", TEXTS["k2"].encode())], batch_id="less", title="Less", seed=7)
    batch = read.batch.model_copy(update={"missing": (("k8", "Ann Low"), ("k9", "Zoe <Low>"))})
    desk.create_batch(batch, read.originals, default_rubric(), NOW)
    row = default_rubric().rows[0].id
    for name, level in (("", 0), ("Second", 2)):
        made = Review(student="k9", reviewer=name, levels={row: level}, state=ReviewState.REVIEWED)
        desk.save_review("less", made, 0, NOW)
    return desk


def test_two_reviews_of_a_student_who_handed_in_nothing_here_are_compared(page, without_work):
    app = page("second", batch="less")
    assert not app.exception
    [told] = [one.proto.body for one in app.get("html") if one.proto.body.startswith("<ul")]
    assert "Student without work 1 <span>" in told
    assert "level 1 and level 3" in told
    assert "Low" not in told
    assert any("Put the newer upload into this batch" in one.value for one in app.caption)


def test_a_review_of_a_student_who_handed_in_nothing_here_is_not_counted_when_giving_back(page, without_work):
    app = page("back", batch="less")
    assert any(
        one.value.startswith("0 of 1 are released · 0 reviewed and ready · 1 still open") for one in app.markdown
    )
    assert any("in no file: 1 review of work that is not in this batch" in one.value for one in app.caption)
    assert app.button(key="release").disabled


def test_nearly_the_same_words_are_told_calmly(page, desk):
    near = TEXTS["k2"].replace("first", "second")
    sources = [(f"{key}.txt", text.encode()) for key, text in {**TEXTS, "k3": near, "k4": TEXTS["k2"]}.items()]
    read = read_batch(sources, batch_id="near", title="Near", seed=7)
    desk.create_batch(read.batch, read.originals, default_rubric(), NOW)
    app = page("class", batch="near")
    assert "The same words under two names" in [one.value for one in app.subheader]
    assert any(": the same words" in one.proto.body for one in app.get("html"))
