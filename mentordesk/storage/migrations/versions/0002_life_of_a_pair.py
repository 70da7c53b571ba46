"""The life of a pair: its days, rests, substitutes and fit questions; decisions on pairs and on no match."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "no_match",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("mentee_id", sa.String(length=36), nullable=False),
        sa.Column("waits", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        sa.Column("decided_by", sa.String(length=200), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("taken_back_by", sa.String(length=200), nullable=True),
        sa.Column("taken_back_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "(taken_back_on IS NULL) = (taken_back_by IS NULL)", name=op.f("ck_no_match_taken_back_by_somebody")
        ),
        sa.ForeignKeyConstraint(["mentee_id"], ["participation.id"], name=op.f("fk_no_match_mentee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_no_match")),
    )
    with op.batch_alter_table("no_match", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_no_match_mentee_id"), ["mentee_id"], unique=False)

    op.create_table(
        "fit_question",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("pair_id", sa.String(length=36), nullable=False),
        sa.Column("after_meeting", sa.Integer(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.CheckConstraint("after_meeting IN (1, 3)", name=op.f("ck_fit_question_first_or_third")),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_fit_question_pair_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fit_question")),
        sa.UniqueConstraint("pair_id", "after_meeting", name=op.f("uq_fit_question_pair_id_after_meeting")),
    )
    with op.batch_alter_table("fit_question", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fit_question_pair_id"), ["pair_id"], unique=False)

    op.create_table(
        "pair_decision",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("pair_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("rule", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.String(length=1000), nullable=True),
        sa.Column("decided_by", sa.String(length=200), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "(kind = 'passed') = (rule IS NOT NULL)", name=op.f("ck_pair_decision_only_warnings_are_passed")
        ),
        sa.CheckConstraint("(rule IS NULL) = (reason IS NULL)", name=op.f("ck_pair_decision_a_warning_has_its_reason")),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_pair_decision_pair_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pair_decision")),
    )
    with op.batch_alter_table("pair_decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pair_decision_pair_id"), ["pair_id"], unique=False)

    op.create_table(
        "pair_hold",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("pair_id", sa.String(length=36), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("due", sa.String(length=40), nullable=False),
        sa.Column("resumed_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "resumed_on IS NULL OR resumed_on >= from_on", name=op.f("ck_pair_hold_resumed_after_its_beginning")
        ),
        sa.CheckConstraint(
            "until_on IS NULL OR until_on > from_on", name=op.f("ck_pair_hold_ends_after_its_beginning")
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_pair_hold_pair_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pair_hold")),
    )
    with op.batch_alter_table("pair_hold", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pair_hold_pair_id"), ["pair_id"], unique=False)

    op.create_table(
        "pair_substitute",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("pair_id", sa.String(length=36), nullable=False),
        sa.Column("mentor_id", sa.String(length=36), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.CheckConstraint("until_on >= from_on", name=op.f("ck_pair_substitute_ends_after_its_beginning")),
        sa.ForeignKeyConstraint(["mentor_id"], ["participation.id"], name=op.f("fk_pair_substitute_mentor_id")),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_pair_substitute_pair_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pair_substitute")),
    )
    with op.batch_alter_table("pair_substitute", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pair_substitute_mentor_id"), ["mentor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pair_substitute_pair_id"), ["pair_id"], unique=False)

    with op.batch_alter_table("pair", schema=None) as batch_op:
        batch_op.add_column(sa.Column("asked_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("mentee_agreed_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("mentor_agreed_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("began_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("mentee_evaluated", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("mentor_evaluated", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("lessons_summed_up", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("contact_continues", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("follows_id", sa.String(length=36), nullable=True))
        batch_op.create_index(batch_op.f("ix_pair_follows_id"), ["follows_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_pair_follows_id"), "pair", ["follows_id"], ["id"])
