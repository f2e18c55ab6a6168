"""The sample class: 24 invented submissions as Moodle gives them, and every kind of thing the desk shows."""

import pytest

from canvas.desk.batch import read_batch
from canvas.desk.fresh_check import identical_work
from canvas.desk.sample_batch import sample_batch
from canvas.desk.sheets.sheet import read_sheet
from canvas.desk.with_sheet import with_missing
from canvas.models.intake import Origin
from canvas.models.review import Platform
from canvas.models.vocabulary import Mistake
from tests.desk.class_of import reports_of


@pytest.fixture(scope="module", name="batch")
def _batch():
    sample = sample_batch()
    held = read_batch([(sample.zip_name, sample.zip)], batch_id="sample", title="Sample", seed=1)
    return with_missing(held.batch, read_sheet(sample.sheet_name, sample.sheet))


@pytest.fixture(scope="module", name="reports")
def _reports(batch):
    return reports_of(batch)


def test_it_is_a_class_of_24_from_moodle_and_two_handed_in_nothing(batch):
    assert batch.platform is Platform.MOODLE
    assert len(batch.submissions) == 24
    assert [name for _, name in batch.missing] == ["Viktor Ivanov", "Zoë Schneider"]


@pytest.mark.parametrize("mistake", Mistake)
def test_every_mistake_is_made_by_some_and_avoided_by_most(reports, mistake):
    flagged = [key for key, report in reports.items() if mistake in report.flagged]
    assert 2 <= len(flagged) <= 12


def test_a_third_of_the_class_makes_no_mistake(reports):
    assert sum(not report.flagged for report in reports.values()) >= 8


def test_formats_origins_lateness_and_objections_are_all_there(batch):
    files = [item.judged for item in batch.submissions]
    assert {file.format for file in files} >= {"docx", "pdf", "html", "md", "txt"}
    assert {file.origin for file in files} >= {Origin.INTACT, Origin.EDITED, Origin.NO_DATA}
    assert [item.key for item in batch.submissions if item.late] == ["4810"]
    assert any(file.workbook and file.workbook.objections for file in files)
    assert any(len(item.files) > 1 for item in batch.submissions)
    assert {item.key for item in batch.skipped} == {"4814", "4818"}


def test_the_one_who_disagrees_was_told_of_what_the_objection_is_about(batch, reports):
    [item] = [one for one in batch.submissions if one.judged.workbook and one.judged.workbook.objections]
    assert item.judged.workbook.objections[0].mistake in reports[item.key].flagged


def test_one_text_was_handed_in_under_two_names(batch):
    assert identical_work(batch) == (("4811", "4812"),)


def test_it_is_the_same_zip_each_time():
    first = sample_batch()
    sample_batch.cache_clear()
    assert sample_batch() == first
