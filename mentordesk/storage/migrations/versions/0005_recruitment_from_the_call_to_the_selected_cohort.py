"""Recruitment from the call to the selected cohort."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "call",
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=True),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_call_programme_id")),
        sa.PrimaryKeyConstraint("programme_id", name=op.f("pk_call")),
    )
    op.create_table(
        "call_channel",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_call_channel_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_channel")),
    )
    with op.batch_alter_table("call_channel", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_channel_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "saved_view",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tab", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=True),
        sa.Column("view", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_saved_view_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
    )
    with op.batch_alter_table("saved_view", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_saved_view_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "application",
        sa.Column("participation_id", sa.String(length=36), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("origin", sa.String(length=40), nullable=True),
        sa.Column("channel_id", sa.String(length=36), nullable=True),
        sa.Column("heard_of", sa.String(length=200), nullable=True),
        sa.Column("letter", sa.String(length=30000), nullable=True),
        sa.Column("informed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["channel_id"], ["call_channel.id"], name=op.f("fk_application_channel_id")),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_application_participation_id")
        ),
        sa.PrimaryKeyConstraint("participation_id", name=op.f("pk_application")),
    )
    with op.batch_alter_table("application", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_application_channel_id"), ["channel_id"], unique=False)

    op.create_table(
        "attachment",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("participation_id", sa.String(length=36), nullable=False),
        sa.Column("paper", sa.String(length=40), nullable=True),
        sa.Column("criterion", sa.String(length=60), nullable=True),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("ending", sa.String(length=10), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("added_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_attachment_participation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attachment_participation_id"), ["participation_id"], unique=False)

    op.create_table(
        "introduction_done",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("participation_id", sa.String(length=36), nullable=False),
        sa.Column("item", sa.String(length=60), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_introduction_done_participation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introduction_done")),
        sa.UniqueConstraint("participation_id", "item", name=op.f("uq_introduction_done_participation_id_item")),
    )
    with op.batch_alter_table("introduction_done", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_introduction_done_participation_id"), ["participation_id"], unique=False)

    op.create_table(
        "letter",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("participation_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["participation_id"], ["participation.id"], name=op.f("fk_letter_participation_id")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_letter_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_participation_id"), ["participation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "new_manager_notice",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("participation_id", sa.String(length=36), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("takes_office_on", sa.Date(), nullable=True),
        sa.Column("appointing_manager_id", sa.String(length=36), nullable=True),
        sa.Column("appointing_manager", sa.String(length=254), nullable=True),
        sa.Column("offered_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(length=40), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointing_manager_id"], ["person.id"], name=op.f("fk_new_manager_notice_appointing_manager_id")
        ),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_new_manager_notice_participation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_new_manager_notice")),
        sa.UniqueConstraint("participation_id", name=op.f("uq_new_manager_notice_participation_id")),
    )
    with op.batch_alter_table("new_manager_notice", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_new_manager_notice_appointing_manager_id"), ["appointing_manager_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_new_manager_notice_participation_id"), ["participation_id"], unique=False)

    op.create_table(
        "referral",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("participation_id", sa.String(length=36), nullable=True),
        sa.Column("to_programme", sa.String(length=200), nullable=False),
        sa.Column("referred_on", sa.Date(), nullable=False),
        sa.Column("referred_by", sa.String(length=200), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["participation_id"], ["participation.id"], name=op.f("fk_referral_participation_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_referral_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
    )
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_participation_id"), ["participation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_person_id"), ["person_id"], unique=False)

    op.create_table(
        "status_step",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("participation_id", sa.String(length=36), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("reached_on", sa.Date(), nullable=False),
        sa.Column("decided_by", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.String(length=1000), nullable=True),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_status_step_participation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_step")),
    )
    with op.batch_alter_table("status_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_status_step_participation_id"), ["participation_id"], unique=False)

    op.create_table(
        "attachment_content",
        sa.Column("attachment_id", sa.String(length=36), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["attachment_id"], ["attachment.id"], name=op.f("fk_attachment_content_attachment_id")),
        sa.PrimaryKeyConstraint("attachment_id", name=op.f("pk_attachment_content")),
    )
    op.create_table(
        "interview_answer",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("interview_id", sa.String(length=36), nullable=False),
        sa.Column("question_key", sa.String(length=60), nullable=False),
        sa.Column("answer", sa.String(length=1000), nullable=False),
        sa.ForeignKeyConstraint(["interview_id"], ["interview.id"], name=op.f("fk_interview_answer_interview_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_answer")),
        sa.UniqueConstraint("interview_id", "question_key", name=op.f("uq_interview_answer_interview_id_question_key")),
    )
    with op.batch_alter_table("interview_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_interview_answer_interview_id"), ["interview_id"], unique=False)

    with op.batch_alter_table("criterion_note", schema=None) as batch_op:
        batch_op.add_column(sa.Column("number", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("day", sa.Date(), nullable=True))

    with op.batch_alter_table("interview", schema=None) as batch_op:
        batch_op.alter_column("id", existing_type=sa.String(), type_=sa.String(length=36), existing_nullable=False)
        batch_op.add_column(sa.Column("meeting_id", sa.String(length=36), nullable=True))
        batch_op.create_index(batch_op.f("ix_interview_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_interview_meeting_id"), "meeting", ["meeting_id"], ["id"])

    with op.batch_alter_table("rating", schema=None) as batch_op:
        batch_op.alter_column(
            "interview_id", existing_type=sa.String(), type_=sa.String(length=36), existing_nullable=False
        )

    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("participation_id", sa.String(length=36), nullable=True))
        batch_op.create_index(batch_op.f("ix_meeting_participation_id"), ["participation_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_meeting_participation_id"), "participation", ["participation_id"], ["id"]
        )

    with op.batch_alter_table("mentor", schema=None) as batch_op:
        batch_op.add_column(sa.Column("available_until", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("joined_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("left_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("stay_asked_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("stay_confirmed_on", sa.Date(), nullable=True))

    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("responsibility", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("waiting_rank", sa.Integer(), nullable=True))

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("restricted_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("restricted_reason", sa.String(length=1000), nullable=True))
