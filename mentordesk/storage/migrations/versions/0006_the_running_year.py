"""The running year: meetings, goals, talks, team, alerts."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "alert_snooze",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("alert", sa.String(length=60), nullable=False),
        sa.Column("about", sa.String(length=60), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        sa.Column("set_by", sa.String(length=200), nullable=False),
        sa.Column("lifted_on", sa.Date(), nullable=True),
        sa.CheckConstraint("until_on > from_on", name=op.f("ck_alert_snooze_ends_after_its_beginning")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_alert_snooze_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert_snooze")),
    )
    with op.batch_alter_table("alert_snooze", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alert_snooze_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "alert_step",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("alert", sa.String(length=60), nullable=False),
        sa.Column("about", sa.String(length=60), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("taken_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_alert_step_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert_step")),
    )
    with op.batch_alter_table("alert_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alert_step_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "goal_document",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("pair_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("mid_seen_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("next_review_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_goal_document_pair_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_document")),
    )
    with op.batch_alter_table("goal_document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_goal_document_pair_id"), ["pair_id"], unique=True)

    op.create_table(
        "invitation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("invited_on", sa.Date(), nullable=True),
        sa.Column("sequence_sent", sa.Integer(), nullable=True),
        sa.Column("answer", sa.String(length=40), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("extra", sa.Boolean(), nullable=False),
        sa.Column("left_out", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_invitation_meeting_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_invitation_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("meeting_id", "person_id", name=op.f("uq_invitation_meeting_id_person_id")),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitation_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_invitation_person_id"), ["person_id"], unique=False)

    op.create_table(
        "meeting_group",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("meeting_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_group_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_group")),
        sa.UniqueConstraint("meeting_id", "number", name=op.f("uq_meeting_group_meeting_id_number")),
    )
    with op.batch_alter_table("meeting_group", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_group_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "pair_talk",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("pair_id", sa.String(length=36), nullable=False),
        sa.Column("meeting_id", sa.String(length=36), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("goals", sa.String(length=40), nullable=False),
        sa.Column("collaboration", sa.String(length=40), nullable=False),
        sa.Column("challenges", sa.String(length=40), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_pair_talk_meeting_id")),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_pair_talk_pair_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pair_talk")),
    )
    with op.batch_alter_table("pair_talk", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pair_talk_meeting_id"), ["meeting_id"], unique=True)
        batch_op.create_index(batch_op.f("ix_pair_talk_pair_id"), ["pair_id"], unique=False)

    op.create_table(
        "team_decision",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_team_decision_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_decision")),
        sa.UniqueConstraint("meeting_id", "number", name=op.f("uq_team_decision_meeting_id_number")),
    )
    with op.batch_alter_table("team_decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_team_decision_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "agenda_item",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("meeting_day_id", sa.String(), nullable=False),
        sa.Column("begins_after", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("room", sa.String(length=200), nullable=False),
        sa.Column("note", sa.String(length=1000), nullable=True),
        sa.ForeignKeyConstraint(["meeting_day_id"], ["meeting_day.id"], name=op.f("fk_agenda_item_meeting_day_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_item_meeting_day_id"), ["meeting_day_id"], unique=False)

    op.create_table(
        "experience",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("talk_id", sa.String(length=36), nullable=True),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_experience_programme_id")),
        sa.ForeignKeyConstraint(["talk_id"], ["pair_talk.id"], name=op.f("fk_experience_talk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_experience")),
    )
    with op.batch_alter_table("experience", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_experience_programme_id"), ["programme_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_experience_talk_id"), ["talk_id"], unique=False)

    op.create_table(
        "group_member",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("group_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["meeting_group.id"], name=op.f("fk_group_member_group_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_group_member_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_member")),
        sa.UniqueConstraint("group_id", "person_id", name=op.f("uq_group_member_group_id_person_id")),
    )
    with op.batch_alter_table("group_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_group_member_group_id"), ["group_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_group_member_person_id"), ["person_id"], unique=False)

    op.create_table(
        "issue",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("next_step", sa.String(length=1000), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("talk_id", sa.String(length=36), nullable=True),
        sa.Column("meeting_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_issue_meeting_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["participation.id"], name=op.f("fk_issue_owner_id")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_issue_programme_id")),
        sa.ForeignKeyConstraint(["talk_id"], ["pair_talk.id"], name=op.f("fk_issue_talk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue")),
    )
    with op.batch_alter_table("issue", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_issue_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_issue_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_issue_programme_id"), ["programme_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_issue_talk_id"), ["talk_id"], unique=False)

    op.create_table(
        "agenda_speaker",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("agenda_item_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["agenda_item_id"], ["agenda_item.id"], name=op.f("fk_agenda_speaker_agenda_item_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_agenda_speaker_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_speaker")),
        sa.UniqueConstraint("agenda_item_id", "number", name=op.f("uq_agenda_speaker_agenda_item_id_number")),
    )
    with op.batch_alter_table("agenda_speaker", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_speaker_agenda_item_id"), ["agenda_item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agenda_speaker_person_id"), ["person_id"], unique=False)

    op.create_table(
        "team_task",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("programme_id", sa.String(length=36), nullable=False),
        sa.Column("meeting_id", sa.String(length=36), nullable=True),
        sa.Column("issue_id", sa.String(length=36), nullable=True),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_team_task_issue_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_team_task_meeting_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["participation.id"], name=op.f("fk_team_task_owner_id")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_team_task_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_task")),
    )
    with op.batch_alter_table("team_task", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_team_task_issue_id"), ["issue_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_team_task_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_team_task_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_team_task_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "goal_step",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("goal_id", sa.String(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("reached_on", sa.Date(), nullable=False),
        sa.Column("talk_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_goal_step_goal_id")),
        sa.ForeignKeyConstraint(["talk_id"], ["pair_talk.id"], name=op.f("fk_goal_step_talk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_step")),
    )
    with op.batch_alter_table("goal_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_goal_step_goal_id"), ["goal_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_goal_step_talk_id"), ["talk_id"], unique=False)

    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.add_column(sa.Column("followed_up_on", sa.Date(), nullable=True))

    with op.batch_alter_table("deadline", schema=None) as batch_op:
        batch_op.add_column(sa.Column("pinned", sa.Boolean(), nullable=True))

    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.add_column(sa.Column("meeting_id", sa.String(length=36), nullable=True))
        batch_op.create_index(batch_op.f("ix_document_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_document_meeting_id"), "meeting", ["meeting_id"], ["id"])

    with op.batch_alter_table("goal", schema=None) as batch_op:
        batch_op.add_column(sa.Column("measure_consent_id", sa.String(), nullable=True))
        batch_op.create_index(batch_op.f("ix_goal_measure_consent_id"), ["measure_consent_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_goal_measure_consent_id"), "consent", ["measure_consent_id"], ["id"])

    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("days_ever", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("pinned", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("prepared_on", sa.Date(), nullable=True))
