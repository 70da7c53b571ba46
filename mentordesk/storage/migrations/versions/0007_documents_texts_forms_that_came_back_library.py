"""Documents: texts, forms that came back, library."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "library_item",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=True),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("for_roles", sa.JSON(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=True),
        sa.Column("paper", sa.String(length=40), nullable=True),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("ending", sa.String(length=10), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.CheckConstraint("copies IS NULL OR copies >= 0", name=op.f("ck_library_item_copies_counted")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_library_item_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_library_item")),
    )
    with op.batch_alter_table("library_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_library_item_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "look",
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("colour", sa.String(length=7), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=True),
        sa.Column("logo_says", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_look_programme_id")),
        sa.PrimaryKeyConstraint("programme_id", name=op.f("pk_look")),
    )
    op.create_table(
        "own_text",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("text", sa.String(length=60), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("subject_line", sa.String(length=200), nullable=False),
        sa.Column("body", sa.String(length=30000), nullable=False),
        sa.Column("original", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_own_text_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_text")),
        sa.UniqueConstraint(
            "programme_id", "text", "language", "version", name=op.f("uq_own_text_programme_id_text_language_version")
        ),
    )
    with op.batch_alter_table("own_text", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_own_text_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "library_content",
        sa.Column("item_id", sa.String(length=36), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["library_item.id"], name=op.f("fk_library_content_item_id")),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_library_content")),
    )
    op.create_table(
        "loan",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("item_id", sa.String(length=36), nullable=False),
        sa.Column("participation_id", sa.String(length=36), nullable=False),
        sa.Column("copy", sa.String(length=60), nullable=False),
        sa.Column("handed_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.CheckConstraint("due_on IS NULL OR due_on >= handed_on", name=op.f("ck_loan_due_after_it_was_handed_out")),
        sa.CheckConstraint(
            "returned_on IS NULL OR returned_on >= handed_on", name=op.f("ck_loan_returned_after_it_was_handed_out")
        ),
        sa.ForeignKeyConstraint(["item_id"], ["library_item.id"], name=op.f("fk_loan_item_id")),
        sa.ForeignKeyConstraint(["participation_id"], ["participation.id"], name=op.f("fk_loan_participation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loan")),
    )
    with op.batch_alter_table("loan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_loan_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_loan_participation_id"), ["participation_id"], unique=False)

    op.create_table(
        "material_request",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("participation_id", sa.String(length=36), nullable=False),
        sa.Column("item_id", sa.String(length=36), nullable=True),
        sa.Column("wanted", sa.String(length=1000), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.String(length=1000), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "answered_on IS NULL OR answered_on >= asked_on", name=op.f("ck_material_request_asked_before_answered")
        ),
        sa.ForeignKeyConstraint(["item_id"], ["library_item.id"], name=op.f("fk_material_request_item_id")),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_material_request_participation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_material_request")),
    )
    with op.batch_alter_table("material_request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_material_request_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_material_request_participation_id"), ["participation_id"], unique=False)

    op.create_table(
        "returned_form",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("participation_id", sa.String(length=36), nullable=True),
        sa.Column("pair_id", sa.String(length=36), nullable=True),
        sa.Column("meeting_id", sa.String(length=36), nullable=True),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("returned_on", sa.Date(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_returned_form_meeting_id")),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_returned_form_pair_id")),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_returned_form_participation_id")
        ),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_returned_form_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returned_form")),
    )
    with op.batch_alter_table("returned_form", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_returned_form_digest"), ["digest"], unique=False)
        batch_op.create_index(batch_op.f("ix_returned_form_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_returned_form_pair_id"), ["pair_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_returned_form_participation_id"), ["participation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_returned_form_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "survey_answer",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("meeting_id", sa.String(length=36), nullable=True),
        sa.Column("survey", sa.String(length=60), nullable=False),
        sa.Column("moment", sa.String(length=40), nullable=True),
        sa.Column("role", sa.String(length=40), nullable=True),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("scores", sa.JSON(), nullable=False),
        sa.Column("words", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("returned_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_survey_answer_meeting_id")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_survey_answer_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_answer")),
    )
    with op.batch_alter_table("survey_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_survey_answer_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_survey_answer_programme_id"), ["programme_id"], unique=False)

    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.add_column(sa.Column("participation_id", sa.String(length=36), nullable=True))
        batch_op.create_index(batch_op.f("ix_document_participation_id"), ["participation_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_document_participation_id"), "participation", ["participation_id"], ["id"]
        )

    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.add_column(sa.Column("way", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("sent_on", sa.Date(), nullable=True))
