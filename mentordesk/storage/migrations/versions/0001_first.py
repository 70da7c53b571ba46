"""First."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "change",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("standing", sa.String(length=40), nullable=False),
        sa.Column("undoable", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_change")),
    )
    op.create_table(
        "import_mapping",
        sa.Column("headings", sa.String(length=64), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("headings", name=op.f("pk_import_mapping")),
    )
    op.create_table(
        "meta",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lowest_writer", sa.String(length=20), nullable=False),
        sa.Column("lowest_reader", sa.String(length=20), nullable=False),
        sa.CheckConstraint("number = 1", name=op.f("ck_meta_one_row")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_meta")),
    )
    op.create_table(
        "programme",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme")),
        sa.UniqueConstraint("name", name=op.f("uq_programme_name")),
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("parent_id", sa.String(length=36), nullable=True),
        sa.Column("area", sa.String(length=200), nullable=False),
        sa.Column("cost_centre", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["parent_id"], ["unit.id"], name=op.f("fk_unit_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
    )
    op.create_index(op.f("ix_unit_name"), "unit", ["name"], unique=False)
    op.create_index(op.f("ix_unit_parent_id"), "unit", ["parent_id"], unique=False)
    op.create_table(
        "changed_row",
        sa.Column("change_number", sa.Integer(), nullable=False),
        sa.Column("record", sa.String(length=60), nullable=False),
        sa.Column("row_key", sa.String(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["change_number"], ["change.number"], name=op.f("fk_changed_row_change_number")),
        sa.PrimaryKeyConstraint("change_number", "record", "row_key", name=op.f("pk_changed_row")),
    )
    op.create_index("ix_changed_row_record_row_key", "changed_row", ["record", "row_key"], unique=False)
    op.create_table(
        "deadline",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("setting", sa.String(length=60), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_deadline_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline")),
    )
    op.create_index(op.f("ix_deadline_programme_id"), "deadline", ["programme_id"], unique=False)
    op.create_table(
        "person",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("given_name", sa.String(length=200), nullable=False),
        sa.Column("family_name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("unit_id", sa.String(length=36), nullable=True),
        sa.Column("line_manager_id", sa.String(length=36), nullable=True),
        sa.Column("line_manager", sa.String(length=254), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=True),
        sa.Column("grade", sa.String(length=60), nullable=True),
        sa.Column("leadership_level", sa.String(length=40), nullable=True),
        sa.Column("leadership_since", sa.Date(), nullable=True),
        sa.Column("leadership_education", sa.Boolean(), nullable=True),
        sa.Column("backgrounds", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("care_level", sa.String(length=40), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("language", sa.String(length=40), nullable=True),
        sa.Column("spoken", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("retired", sa.Boolean(), nullable=True),
        sa.Column("notes", sa.String(length=1000), nullable=True),
        sa.Column("tags", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["line_manager_id"], ["person.id"], name=op.f("fk_person_line_manager_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_person_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index(op.f("ix_person_email"), "person", ["email"], unique=False)
    op.create_index(op.f("ix_person_family_name"), "person", ["family_name"], unique=False)
    op.create_index(op.f("ix_person_line_manager_id"), "person", ["line_manager_id"], unique=False)
    op.create_index(op.f("ix_person_unit_id"), "person", ["unit_id"], unique=False)
    op.create_table(
        "scenario",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("notes", sa.String(length=1000), nullable=False),
        sa.Column("matching", sa.JSON(), nullable=False),
        sa.Column("solved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_scenario_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scenario")),
        sa.UniqueConstraint("programme_id", "name", name=op.f("uq_scenario_programme_id_name")),
    )
    op.create_index(op.f("ix_scenario_programme_id"), "scenario", ["programme_id"], unique=False)
    op.create_table(
        "approval",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("scenario_id", sa.String(length=36), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.String(length=200), nullable=False),
        sa.Column("exception_reason", sa.String(length=1000), nullable=True),
        sa.Column("exceptions", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["scenario_id"], ["scenario.id"], name=op.f("fk_approval_scenario_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
    )
    op.create_index(op.f("ix_approval_scenario_id"), "approval", ["scenario_id"], unique=False)
    op.create_table(
        "dependence",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("other_id", sa.String(length=36), nullable=False),
        sa.CheckConstraint("person_id <> other_id", name=op.f("ck_dependence_two_people")),
        sa.ForeignKeyConstraint(["other_id"], ["person.id"], name=op.f("fk_dependence_other_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_dependence_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dependence")),
        sa.UniqueConstraint("person_id", "other_id", name=op.f("uq_dependence_person_id_other_id")),
    )
    op.create_index(op.f("ix_dependence_other_id"), "dependence", ["other_id"], unique=False)
    op.create_index(op.f("ix_dependence_person_id"), "dependence", ["person_id"], unique=False)
    op.create_table(
        "mentor",
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("offers", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("trained_on", sa.Date(), nullable=True),
        sa.Column("available_from", sa.Date(), nullable=True),
        sa.Column("rests_until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_mentor_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_mentor")),
    )
    op.create_table(
        "participation",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("needs", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("both_roles", sa.Boolean(), nullable=True),
        sa.Column("wishes", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("vetoes", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_participation_person_id")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_participation_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participation")),
        sa.UniqueConstraint(
            "programme_id", "person_id", "role", name=op.f("uq_participation_programme_id_person_id_role")
        ),
    )
    op.create_index(op.f("ix_participation_person_id"), "participation", ["person_id"], unique=False)
    op.create_index(op.f("ix_participation_programme_id"), "participation", ["programme_id"], unique=False)
    op.create_table(
        "chemistry",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("mentee_id", sa.String(length=36), nullable=False),
        sa.Column("mentor_id", sa.String(length=36), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.CheckConstraint("points BETWEEN 1 AND 5", name=op.f("ck_chemistry_one_to_five")),
        sa.ForeignKeyConstraint(["mentee_id"], ["participation.id"], name=op.f("fk_chemistry_mentee_id")),
        sa.ForeignKeyConstraint(["mentor_id"], ["participation.id"], name=op.f("fk_chemistry_mentor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chemistry")),
        sa.UniqueConstraint("mentee_id", "mentor_id", name=op.f("uq_chemistry_mentee_id_mentor_id")),
    )
    op.create_index(op.f("ix_chemistry_mentee_id"), "chemistry", ["mentee_id"], unique=False)
    op.create_index(op.f("ix_chemistry_mentor_id"), "chemistry", ["mentor_id"], unique=False)
    op.create_table(
        "criterion_note",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("participation_id", sa.String(length=36), nullable=False),
        sa.Column("criterion", sa.String(length=60), nullable=False),
        sa.Column("answer", sa.Boolean(), nullable=True),
        sa.Column("evidence", sa.String(length=1000), nullable=True),
        sa.Column("exception_reason", sa.String(length=1000), nullable=True),
        sa.Column("exception_by", sa.String(length=200), nullable=True),
        sa.Column("exception_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_criterion_note_participation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterion_note")),
        sa.UniqueConstraint("participation_id", "criterion", name=op.f("uq_criterion_note_participation_id_criterion")),
    )
    op.create_index(op.f("ix_criterion_note_participation_id"), "criterion_note", ["participation_id"], unique=False)
    op.create_table(
        "interview",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("participation_id", sa.String(length=36), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("interviewer", sa.String(length=200), nullable=False),
        sa.Column("notes", sa.String(length=1000), nullable=False),
        sa.ForeignKeyConstraint(["participation_id"], ["participation.id"], name=op.f("fk_interview_participation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview")),
    )
    op.create_index(op.f("ix_interview_participation_id"), "interview", ["participation_id"], unique=False)
    op.create_table(
        "pair",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("mentee_id", sa.String(length=36), nullable=False),
        sa.Column("mentor_id", sa.String(length=36), nullable=False),
        sa.Column("scenario_id", sa.String(length=36), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("approved_on", sa.Date(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ending", sa.String(length=40), nullable=True),
        sa.Column("ending_asked_by", sa.String(length=40), nullable=True),
        sa.Column("new_mentor_wanted", sa.Boolean(), nullable=True),
        sa.Column("rhythm_days", sa.Integer(), nullable=True),
        sa.Column("length_minutes", sa.Integer(), nullable=True),
        sa.Column("mode", sa.String(length=40), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("goals_shared", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["mentee_id"], ["participation.id"], name=op.f("fk_pair_mentee_id")),
        sa.ForeignKeyConstraint(["mentor_id"], ["participation.id"], name=op.f("fk_pair_mentor_id")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_pair_programme_id")),
        sa.ForeignKeyConstraint(["scenario_id"], ["scenario.id"], name=op.f("fk_pair_scenario_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pair")),
    )
    op.create_index(op.f("ix_pair_mentee_id"), "pair", ["mentee_id"], unique=False)
    op.create_index(op.f("ix_pair_mentor_id"), "pair", ["mentor_id"], unique=False)
    op.create_index(op.f("ix_pair_programme_id"), "pair", ["programme_id"], unique=False)
    op.create_index(op.f("ix_pair_scenario_id"), "pair", ["scenario_id"], unique=False)
    op.create_table(
        "paper",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("participation_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("received", sa.Boolean(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("asked_by", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["participation_id"], ["participation.id"], name=op.f("fk_paper_participation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper")),
        sa.UniqueConstraint("participation_id", "kind", name=op.f("uq_paper_participation_id_kind")),
    )
    op.create_index(op.f("ix_paper_participation_id"), "paper", ["participation_id"], unique=False)
    op.create_table(
        "scenario_pair",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("scenario_id", sa.String(length=36), nullable=False),
        sa.Column("mentee_id", sa.String(length=36), nullable=False),
        sa.Column("mentor_id", sa.String(length=36), nullable=True),
        sa.Column("points", sa.Integer(), nullable=True),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["mentee_id"], ["participation.id"], name=op.f("fk_scenario_pair_mentee_id")),
        sa.ForeignKeyConstraint(["mentor_id"], ["participation.id"], name=op.f("fk_scenario_pair_mentor_id")),
        sa.ForeignKeyConstraint(["scenario_id"], ["scenario.id"], name=op.f("fk_scenario_pair_scenario_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scenario_pair")),
        sa.UniqueConstraint("scenario_id", "mentee_id", name=op.f("uq_scenario_pair_scenario_id_mentee_id")),
    )
    op.create_index(op.f("ix_scenario_pair_mentee_id"), "scenario_pair", ["mentee_id"], unique=False)
    op.create_index(op.f("ix_scenario_pair_mentor_id"), "scenario_pair", ["mentor_id"], unique=False)
    op.create_index(op.f("ix_scenario_pair_scenario_id"), "scenario_pair", ["scenario_id"], unique=False)
    op.create_table(
        "scenario_veto",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("scenario_id", sa.String(length=36), nullable=False),
        sa.Column("mentee_id", sa.String(length=36), nullable=False),
        sa.Column("mentor_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["mentee_id"], ["participation.id"], name=op.f("fk_scenario_veto_mentee_id")),
        sa.ForeignKeyConstraint(["mentor_id"], ["participation.id"], name=op.f("fk_scenario_veto_mentor_id")),
        sa.ForeignKeyConstraint(["scenario_id"], ["scenario.id"], name=op.f("fk_scenario_veto_scenario_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scenario_veto")),
        sa.UniqueConstraint(
            "scenario_id", "mentee_id", "mentor_id", name=op.f("uq_scenario_veto_scenario_id_mentee_id_mentor_id")
        ),
    )
    op.create_index(op.f("ix_scenario_veto_mentee_id"), "scenario_veto", ["mentee_id"], unique=False)
    op.create_index(op.f("ix_scenario_veto_mentor_id"), "scenario_veto", ["mentor_id"], unique=False)
    op.create_index(op.f("ix_scenario_veto_scenario_id"), "scenario_veto", ["scenario_id"], unique=False)
    op.create_table(
        "wish",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("participation_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("veto", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["participation_id"], ["participation.id"], name=op.f("fk_wish_participation_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_wish_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wish")),
        sa.UniqueConstraint("participation_id", "person_id", name=op.f("uq_wish_participation_id_person_id")),
    )
    op.create_index(op.f("ix_wish_participation_id"), "wish", ["participation_id"], unique=False)
    op.create_index(op.f("ix_wish_person_id"), "wish", ["person_id"], unique=False)
    op.create_table(
        "document",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("pair_id", sa.String(length=36), nullable=True),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_document_pair_id")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_document_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_index(op.f("ix_document_pair_id"), "document", ["pair_id"], unique=False)
    op.create_index(op.f("ix_document_programme_id"), "document", ["programme_id"], unique=False)
    op.create_table(
        "fit",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("pair_id", sa.String(length=36), nullable=False),
        sa.Column("side", sa.String(length=40), nullable=False),
        sa.Column("after_meeting", sa.Integer(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.Column("wants_to_talk", sa.Boolean(), nullable=False),
        sa.CheckConstraint("after_meeting IN (1, 3)", name=op.f("ck_fit_first_or_third")),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_fit_pair_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fit")),
        sa.UniqueConstraint("pair_id", "side", "after_meeting", name=op.f("uq_fit_pair_id_side_after_meeting")),
    )
    op.create_index(op.f("ix_fit_pair_id"), "fit", ["pair_id"], unique=False)
    op.create_table(
        "meeting",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("pair_id", sa.String(length=36), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("setting", sa.String(length=60), nullable=True),
        sa.Column("title", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("semester", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("mode", sa.String(length=40), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_meeting_pair_id")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_meeting_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
    )
    op.create_index(op.f("ix_meeting_pair_id"), "meeting", ["pair_id"], unique=False)
    op.create_index(op.f("ix_meeting_programme_id"), "meeting", ["programme_id"], unique=False)
    op.create_table(
        "rating",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("interview_id", sa.String(), nullable=False),
        sa.Column("rating_key", sa.String(length=60), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("evidence", sa.String(length=1000), nullable=False),
        sa.CheckConstraint("points BETWEEN 1 AND 5", name=op.f("ck_rating_one_to_five")),
        sa.ForeignKeyConstraint(["interview_id"], ["interview.id"], name=op.f("fk_rating_interview_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating")),
        sa.UniqueConstraint("interview_id", "rating_key", name=op.f("uq_rating_interview_id_rating_key")),
    )
    op.create_index(op.f("ix_rating_interview_id"), "rating", ["interview_id"], unique=False)
    op.create_table(
        "logbook_entry",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("pair_id", sa.String(length=36), nullable=False),
        sa.Column("meeting_id", sa.String(length=36), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("mode", sa.String(length=40), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("topic_sent", sa.Boolean(), nullable=False),
        sa.Column("summary_written", sa.Boolean(), nullable=False),
        sa.CheckConstraint("minutes IS NULL OR minutes BETWEEN 1 AND 1440", name=op.f("ck_logbook_entry_within_a_day")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_logbook_entry_meeting_id")),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_logbook_entry_pair_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logbook_entry")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_logbook_entry_meeting_id")),
    )
    op.create_index(op.f("ix_logbook_entry_pair_id"), "logbook_entry", ["pair_id"], unique=False)
    op.create_table(
        "meeting_day",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_day_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_day")),
        sa.UniqueConstraint("meeting_id", "number", name=op.f("uq_meeting_day_meeting_id_number")),
    )
    op.create_index(op.f("ix_meeting_day_meeting_id"), "meeting_day", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_meeting_day_starts_at"), "meeting_day", ["starts_at"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("meeting_day_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("attendance", sa.String(length=40), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_day_id"], ["meeting_day.id"], name=op.f("fk_attendance_meeting_day_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_attendance_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("meeting_day_id", "person_id", name=op.f("uq_attendance_meeting_day_id_person_id")),
    )
    op.create_index(op.f("ix_attendance_meeting_day_id"), "attendance", ["meeting_day_id"], unique=False)
    op.create_index(op.f("ix_attendance_person_id"), "attendance", ["person_id"], unique=False)
    op.create_table(
        "consent",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("pair_id", sa.String(length=36), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=True),
        sa.Column("item", sa.String(length=40), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("revoked_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "revoked_on IS NULL OR revoked_on >= given_on", name=op.f("ck_consent_given_before_revoked")
        ),
        sa.ForeignKeyConstraint(["entry_id"], ["logbook_entry.id"], name=op.f("fk_consent_entry_id")),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_consent_pair_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index(op.f("ix_consent_entry_id"), "consent", ["entry_id"], unique=False)
    op.create_index(op.f("ix_consent_pair_id"), "consent", ["pair_id"], unique=False)
    op.create_table(
        "check_out",
        sa.Column("consent_id", sa.String(), nullable=False),
        sa.Column("worth_meeting_again", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["consent_id"], ["consent.id"], name=op.f("fk_check_out_consent_id")),
        sa.PrimaryKeyConstraint("consent_id", name=op.f("pk_check_out")),
    )
    op.create_table(
        "goal",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("pair_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("consent_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["consent_id"], ["consent.id"], name=op.f("fk_goal_consent_id")),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_goal_pair_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
        sa.UniqueConstraint("pair_id", "number", name=op.f("uq_goal_pair_id_number")),
    )
    op.create_index(op.f("ix_goal_consent_id"), "goal", ["consent_id"], unique=False)
    op.create_index(op.f("ix_goal_pair_id"), "goal", ["pair_id"], unique=False)
    op.create_table(
        "shared_text",
        sa.Column("consent_id", sa.String(), nullable=False),
        sa.Column("text", sa.String(length=30000), nullable=False),
        sa.ForeignKeyConstraint(["consent_id"], ["consent.id"], name=op.f("fk_shared_text_consent_id")),
        sa.PrimaryKeyConstraint("consent_id", name=op.f("pk_shared_text")),
    )
    op.create_table(
        "shared_topic",
        sa.Column("consent_id", sa.String(), nullable=False),
        sa.Column("topic", sa.String(length=120), nullable=False),
        sa.CheckConstraint("length(topic) BETWEEN 1 AND 120", name=op.f("ck_shared_topic_short")),
        sa.ForeignKeyConstraint(["consent_id"], ["consent.id"], name=op.f("fk_shared_topic_consent_id")),
        sa.PrimaryKeyConstraint("consent_id", name=op.f("pk_shared_topic")),
    )
