"""The routes of the review desk: for reviewers only, blind, and no review is ever overwritten unseen."""

import pytest

from canvas.models.review import ReviewState
from canvas.store.workspaces import new_workspace_id
from canvas.web import review_for_all, review_known, reviewers
from canvas.web.workspace_cookie import COOKIE

from .conftest import NOW
from .reviewing import NAMES, WEAK, Desk, at_home


@pytest.fixture
def number_of(desk):
    """The number under which a student stands at the desk."""
    known = review_known.known("one")
    return lambda key: known.numbers[known.ticket_of[key]]


def test_the_list_tells_no_name_and_no_key(reviewer):
    answer = reviewer.get()
    assert answer.status_code == 200
    assert {one["number"] for one in answer.json()["students"]} == {1, 2, 3}
    for secret in (*NAMES, *NAMES.values()):
        assert secret not in answer.text


def test_the_brief_comes_with_the_list_as_soon_as_it_is_saved(desk, reviewer):
    assert reviewer.get().json()["brief"] == ""
    desk.save_brief("one", "Two <b>segments</b>.\nThree stages.")
    assert reviewer.get().json()["brief"] == "Two <b>segments</b>.\nThree stages."


def test_a_student_comes_without_a_name_and_with_every_part_of_the_desk(reviewer, number_of):
    found = reviewer.student(number_of("k1"))
    assert found["text"] == WEAK
    assert [one["title"] for one in found["objections"]] == ["Giving very general descriptions"]
    assert found["review"]["state"] == "draft"
    assert "Ada" not in str({key: value for key, value in found.items() if key != "text"})


def test_names_are_told_only_when_they_are_asked_for(reviewer, number_of):
    names = reviewer.get("/names").json()["names"]
    assert names[reviewer.ticket(number_of("k2"))] == "Ben Cole"


def test_sentences_and_quotes_are_counted_as_the_browser_does(reviewer, number_of):
    found = reviewer.student(number_of("k1"))
    units = found["text"].encode("utf-16-le")
    told = [units[2 * one["start"] : 2 * one["end"]].decode("utf-16-le") for one in found["sentences"]]
    assert told == ["We offer great service 😀 to everybody.", WEAK.partition(". ")[2]]
    for remark in found["report"]["remarks"]:
        for quote in remark["quotes"]:
            assert units[2 * quote["start"] : 2 * quote["end"]].decode("utf-16-le") == quote["quote"]


def test_a_comment_is_kept_at_its_words_behind_a_wide_sign(desk, reviewer, number_of):
    number = number_of("k1")
    second = reviewer.student(number)["sentences"][1]
    quote = WEAK.partition(". ")[2]
    comment = {**second, "id": "c1", "says": "Who answers?", "quote": quote, "bank": None, "mistake": None}
    del comment["bullet"]
    answer = reviewer.save(number, comments=[comment])
    assert answer.status_code == 200
    kept = desk.review("one", "k1", "").comments[0]
    assert WEAK[kept.start : kept.end] == kept.quote == quote
    assert answer.json()["comments"][0]["start"] == second["start"]


def test_a_comment_whose_words_are_gone_stays_about_the_whole(desk, reviewer, number_of):
    gone = {"id": "c1", "says": "Why?", "quote": "Words of an older text", "start": 0, "end": 22}
    answer = reviewer.save(number_of("k1"), comments=[gone])
    assert (answer.json()["comments"][0]["start"], answer.json()["comments"][0]["end"]) == (0, 0)
    assert desk.review("one", "k1", "").comments[0].says == "Why?"


def test_levels_give_the_mark_and_a_mark_set_by_hand_counts_more(reviewer, number_of):
    number = number_of("k2")
    full = {row["id"]: 3 for row in reviewer.get().json()["rubric"]["rows"]}
    assert reviewer.save(number, levels=full).json()["mark"] == "10"
    told = reviewer.save(number, base=1, override="7.25").json()
    assert (told["mark"], told["computed"]) == ("7.25", "10")


def test_a_review_that_grew_from_an_older_one_is_refused_and_overwrites_nothing(desk, reviewer, number_of):
    number = number_of("k1")
    assert reviewer.save(number, summary="First").status_code == 200
    answer = reviewer.save(number, base=0, summary="Second")
    assert answer.status_code == 409
    assert answer.json()["review"]["summary"] == "First"
    assert desk.review("one", "k1", "").summary == "First"


def test_two_reviewers_with_names_keep_their_own_reviews(desk, app, reviewer, number_of):
    other = Desk(at_home(app, new_workspace_id()))
    desk.set_reviewer_name(other.client.cookies[COOKIE], "Second", NOW)
    reviewer.save(number_of("k1"), summary="Mine")
    other.save(number_of("k1"), summary="Theirs")
    assert desk.review("one", "k1", "").summary == "Mine"
    assert desk.review("one", "k1", "Second").summary == "Theirs"


def test_a_check_is_accepted_for_everybody_but_not_where_it_is_released(desk, reviewer, number_of):
    released = desk.review("one", "k3", "").model_copy(update={"state": ReviewState.RELEASED})
    desk.save_review("one", released, 0, NOW)
    counts = reviewer.post("/accept", mistake="one_type_for_all").json()
    assert counts == {"accepted": 2, "left_out": 1}
    comment = desk.review("one", "k1", "").comments[0]
    assert comment.mistake == "one_type_for_all"
    assert comment.quote in WEAK
    assert desk.review("one", "k3", "").comments == ()
    assert reviewer.post("/accept", mistake="one_type_for_all").json()["accepted"] == 0


def marked(reviewer, number):
    """Accept the remark of one student by itself, as the desk does; return the comment."""
    found = reviewer.student(number)
    [remark] = [one for one in found["report"]["remarks"] if one["mistake"] == "one_type_for_all"]
    comment = {
        **remark["quotes"][0],
        "id": "c1",
        "says": remark["says"],
        "bank": None,
        "mistake": remark["mistake"],
    }
    assert reviewer.save(number, comments=[comment]).status_code == 200
    return comment


def test_what_was_accepted_one_by_one_stays_when_a_check_is_taken_back_from_all(desk, reviewer, number_of):
    marked(reviewer, number_of("k1"))
    assert reviewer.get().json()["for_all"] == {}
    assert reviewer.post("/accept", mistake="one_type_for_all").json() == {"accepted": 2, "left_out": 0}
    single, given = (desk.review("one", key, "").comments[0] for key in ("k1", "k3"))
    assert single.says == given.says
    assert reviewer.get().json()["for_all"] == {"one_type_for_all": 2}
    counts = reviewer.post("/accept", mistake="one_type_for_all", withdraw=True).json()
    assert counts == {"withdrawn": 2, "left_out": 0}
    assert [desk.review("one", key, "").comments for key in ("k1", "k2", "k3")] == [(single,), (), ()]
    assert reviewer.get().json()["for_all"] == {}


def test_a_remark_for_all_is_known_again_after_the_desk_saved_it_and_another_checker_judges(
    desk, reviewer, number_of, monkeypatch
):
    reviewer.post("/accept", mistake="one_type_for_all")
    for key, changes in (("k1", {}), ("k3", {"says": "My own words."})):
        comments = [one | changes for one in reviewer.student(number_of(key))["review"]["comments"]]
        assert reviewer.save(number_of(key), base=1, comments=comments, summary="Seen").status_code == 200
    monkeypatch.setattr(review_for_all, "reports", lambda batch_id: {})
    counts = reviewer.post("/accept", mistake="one_type_for_all", withdraw=True).json()
    assert counts["left_out"] == 0
    assert desk.review("one", "k1", "").comments == ()
    assert [one.says for one in desk.review("one", "k3", "").comments] == ["My own words."]


def test_taking_back_from_all_leaves_what_is_released_and_what_another_check_gave(desk, reviewer):
    reviewer.post("/accept", mistake="one_type_for_all")
    reviewer.post("/accept", mistake="no_after_sales")
    kept = desk.review("one", "k3", "")
    desk.save_review("one", kept.model_copy(update={"state": ReviewState.RELEASED}), kept.revision, NOW)
    counts = reviewer.post("/accept", mistake="one_type_for_all", withdraw=True).json()
    assert counts["left_out"] == 1
    assert [one.mistake for one in desk.review("one", "k1", "").comments] == ["no_after_sales"]
    assert len(desk.review("one", "k3", "").comments) == 2


def test_words_find_the_students_who_wrote_them(reviewer, number_of):
    assert reviewer.get("/find?words=CLUB%20friday").json()["tickets"] == [reviewer.ticket(number_of("k2"))]


def test_who_wrote_the_same_is_told_calmly(reviewer, number_of):
    lines = {one["number"]: one["same"] for one in reviewer.get().json()["students"]}
    assert lines[number_of("k1")] in ([number_of("k3")], [])
    assert lines[number_of("k2")] == []


def test_the_bank_keeps_counts_and_drops_comments(reviewer):
    bank = reviewer.post("/bank", id="b1", says="Say who does it.", row=None).json()["bank"]
    assert [(one["says"], one["used"]) for one in bank] == [("Say who does it.", 0)]
    assert reviewer.post("/bank", id="b1", says="", row=None).json()["bank"] == []


def test_levels_are_suggested_only_on_demand(reviewer, number_of):
    number = number_of("k2")
    assert "levels" in reviewer.get(f"/suggested/{reviewer.ticket(number)}").json()
    assert reviewer.student(number)["review"]["levels"] == {}


@pytest.mark.parametrize("path", ["", "/names", "/find?words=a", "/student/x", "/suggested/x"])
def test_nobody_else_reaches_anything_on_a_server_opened_to_others(reviewer, monkeypatch, path):
    monkeypatch.setattr(reviewers._Listening, "address", "0.0.0.0")
    answer = reviewer.get(path)
    assert answer.status_code == 403
    for secret in (*NAMES.values(), "great service"):
        assert secret not in answer.text


@pytest.mark.parametrize("path", ["/accept", "/bank", "/student/x"])
def test_nobody_else_changes_anything_on_a_server_opened_to_others(reviewer, monkeypatch, path):
    monkeypatch.setattr(reviewers._Listening, "address", "0.0.0.0")
    assert reviewer.post(path).status_code == 403


def test_the_desk_takes_no_request_of_another_site_or_another_workspace(reviewer):
    assert reviewer.get(origin="https://other.example").status_code == 403
    reviewer.key = "another"
    assert reviewer.get().json()["reload"] is True


@pytest.mark.parametrize("content", [{}, {"base_revision": 0, "review": {}}, {"base_revision": -1, "review": {}}])
def test_what_is_no_review_is_refused(reviewer, number_of, content):
    assert reviewer.post(f"/student/{reviewer.ticket(number_of('k1'))}", **content).status_code == 400


def test_a_batch_or_student_that_is_not_there_is_said(reviewer):
    assert reviewer.get("/student/nobody").status_code == 404
    assert reviewer.client.get("/api/review/none", headers={"x-canvas-key": reviewer.key}).status_code == 404
    assert reviewer.client.get("/api/review/one/else/where").status_code == 405
