"""People and what is known of them: levels, kinds of care, and the Fields they are entered by (R10, R11).

The Fields of the mentor bank and of ratings stand in mentor_fields.py, statuses in statuses.py; both are given on here.

To add a field: a line in the tuple of its home, a column of the same name in storage/records/ (papers and ratings
are rows there, and need none), a migration, and its sentence in three languages.
"""

from __future__ import annotations

from enum import StrEnum

from mentordesk.domain.fields import (
    TEXT_LENGTH,
    ChoiceField,
    Choices,
    EmailField,
    Field,
    Home,
    LanguageField,
    ListField,
    NameField,
    PaperField,
    SinceField,
    TextField,
    YesNoField,
)
from mentordesk.domain.mentor_fields import MENTOR_FIELDS, MENTOR_RATING_FIELDS, RATING_FIELDS
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.statuses import MATCHABLE, STATUS_NAMES, ParticipationStatus
from mentordesk.i18n.message import Message, msg

__all__ = [
    "ALL_FIELDS",
    "CARE",
    "FULL_NAME",
    "LEVELS",
    "LISTED_ROLES",
    "MATCHABLE",
    "MENTOR_FIELDS",
    "MENTOR_RATING_FIELDS",
    "PAPER_FIELDS",
    "PARTICIPATION_FIELDS",
    "PERSON_FIELDS",
    "RATING_FIELDS",
    "ROLE_FIELD",
    "ROLE_NAMES",
    "STATUS_NAMES",
    "UNIT_FIELDS",
    "CareLevel",
    "LeadershipLevel",
    "ParticipationStatus",
    "Role",
]


class Role(StrEnum):
    MENTEE = "mentee"
    MENTOR = "mentor"
    OWNER = "owner"
    MANAGER = "manager"
    TEAM = "team"
    HR = "hr"
    RESEARCH = "research"


ROLE_NAMES: dict[Role, Message] = {
    Role.MENTEE: msg("Mentee"),
    Role.MENTOR: msg("Mentor"),
    Role.OWNER: msg("Programme owner"),
    Role.MANAGER: msg("Programme manager"),
    Role.TEAM: msg("Team member"),
    Role.HR: msg("HR contact"),
    Role.RESEARCH: msg("Research lead"),
}


class LeadershipLevel(StrEnum):
    FIRST_LINE = "first_line"
    MIDDLE = "middle"
    SENIOR = "senior"


class CareLevel(StrEnum):
    PRIMARY = "primary"
    SPECIALISED = "specialised"


LEVELS = Choices(
    (
        (
            LeadershipLevel.FIRST_LINE,
            msg("First-line manager"),
            "first line, førstelinje, første linje, första linjen, enhetschef, avdelingsleder",
        ),
        (LeadershipLevel.MIDDLE, msg("Middle manager"), "verksamhetschef"),
        (
            LeadershipLevel.SENIOR,
            msg("Senior manager"),
            "øverste ledelse, högsta ledningen, områdeschef, direktør, direktör",
        ),
    )
)
CARE = Choices(
    (
        (
            CareLevel.PRIMARY,
            msg("Primary care"),
            "primær, kommune, kommunehelsetjenesten, primärvården, kommun",
        ),
        (
            CareLevel.SPECIALISED,
            msg("Specialised care"),
            "specialized, spesialist, specialist, specialistvården, sykehus, sjukhus",
        ),
    )
)
# The roles that a list of people may tell; the others are given in the programme.
LISTED_ROLES = Choices(
    (
        (
            Role.MENTEE,
            ROLE_NAMES[Role.MENTEE],
            "adept, protégé, protege, deltaker, deltager, deltagare, participant, ny leder, ny chef",
        ),
        (Role.MENTOR, ROLE_NAMES[Role.MENTOR], "mentorer, mentors"),
    )
)


PERSON_FIELDS: tuple[Field, ...] = (
    NameField("given_name", msg("Given name"), "first name, firstname, forename"),
    NameField("family_name", msg("Family name"), "last name, lastname, surname"),
    EmailField(
        "email", msg("E-mail"), "email address, e-mail address, email, mail, epost, e-postadress, e-postadresse"
    ),
    TextField("phone", msg("Phone"), "telephone, mobile, phone number, mobil, tlf, telefonnummer", length=40),
    TextField(
        "unit",
        msg("Unit"),
        "organisation, organization, department, workplace, ward, avdeling, avdelning, arbetsplats, verksamhet",
    ),
    TextField("title", msg("Job title"), "title, position, role title, stilling, tittel, befattning, titel"),
    TextField("grade", msg("Grade"), "pay grade, stillingsgrad, befattningsnivå", length=60),
    ChoiceField("leadership_level", msg("Leadership level"), "level, ledernivå, chefsnivå", choices=LEVELS),
    SinceField(
        "leadership_since",
        msg("Leader since"),
        "years of leadership, years as a leader, leadership experience, års ledererfaring, ledererfaring, "
        "år som leder, år som chef, chefserfarenhet, antal år som chef",
    ),
    YesNoField(
        "leadership_education",
        msg("Leadership education"),
        "leadership training, lederutdanning, chefsutbildning, ledarutbildning",
    ),
    ListField(
        "backgrounds",
        msg("Professional background"),
        "background, profession, professional field, specialty, fagbakgrunn, fagområde, fagfelt, bakgrunn, bakgrund",
    ),
    ChoiceField("care_level", msg("Level of care"), "care, tjenestenivå, vårdnivå", choices=CARE),
    TextField("place", msg("Place of work"), "place, city, location, sted, arbeidssted, ort, stad"),
    LanguageField("language", msg("Document language"), "language, språk, dokumentspråk, reads"),
    ListField(
        "spoken",
        msg("Languages spoken"),
        "languages, spoken languages, snakker, talar, språk som snakkes, samtalespråk, samtalsspråk",
    ),
    YesNoField("retired", msg("Retired"), "pensioner, pensjonert, pensjonist, pensionär"),
    TextField(
        "line_manager",
        msg("Line manager"),
        "manager, line manager e-mail, line manager email, nærmeste leder, närmaste chef, chef, leder",
    ),
    TextField("notes", msg("Notes"), "note, comments, merknad, anteckning", length=TEXT_LENGTH, lines=True),
    ListField("tags", msg("Tags"), "tag, merkelapper"),
)
# The whole name in one column, taken apart at import into given and family name.
FULL_NAME = NameField("full_name", msg("Name"), "full name, fullt navn, fullständigt namn")
# The role of each row, where a list holds mentors and mentees.
ROLE_FIELD = ChoiceField("role", msg("Role"), "programme role, rolle, roll", Home.ROLE, choices=LISTED_ROLES)
# What a row tells of the unit that it names, so that the tree comes in with the people (R5, R13).
UNIT_FIELDS: tuple[Field, ...] = (
    TextField(
        "parent_unit",
        msg("Part of"),
        "parent unit, belongs to, overordnet enhet, hører til, överordnad enhet, tillhör",
        Home.UNIT,
    ),
    TextField("area", msg("Area"), "clinical area, område, verksamhetsområde, tjenesteområde", Home.UNIT),
    TextField("cost_centre", msg("Cost centre"), "cost center, koststed, ansvar", Home.UNIT, length=60),
)
PARTICIPATION_FIELDS: tuple[Field, ...] = (
    ListField(
        "needs",
        msg("Needs"),
        "need, wants help with, development needs, development focus, utviklingsbehov, utvecklingsbehov",
        Home.PARTICIPATION,
        PrivacyClass.K1,
    ),
    ListField(
        "wishes",
        msg("Wishes"),
        "wish, preferred, ønsker, önskemål, ønsket mentor, önskad mentor",
        Home.PARTICIPATION,
        PrivacyClass.K1,
    ),
    ListField(
        "vetoes",
        msg("Not together with"),
        "veto, not with, ikke sammen med, inte tillsammans med",
        Home.PARTICIPATION,
        PrivacyClass.K1,
    ),
    YesNoField(
        "both_roles",
        msg("Would take either role"),
        "both mentor and mentee, both roles, begge roller, båda rollerna",
        Home.PARTICIPATION,
    ),
)
# Papers that are in; the keys are those of criteria.PaperKind.
PAPER_FIELDS: tuple[Field, ...] = (
    PaperField(
        "motivation",
        msg("Letter of motivation"),
        "motivation letter, motivation, personligt brev, søknadsbrev",
        Home.PAPER,
        PrivacyClass.K1,
    ),
    PaperField(
        "confirmation",
        msg("Employer's confirmation"),
        "employer confirmation, confirmation, bekreftelse, arbeidsgivers bekreftelse, chefens godkännande",
        Home.PAPER,
        PrivacyClass.K1,
    ),
)


ALL_FIELDS: tuple[Field, ...] = (
    *PERSON_FIELDS,
    FULL_NAME,
    ROLE_FIELD,
    *UNIT_FIELDS,
    *MENTOR_FIELDS,
    *PARTICIPATION_FIELDS,
    *PAPER_FIELDS,
    *RATING_FIELDS,
    *MENTOR_RATING_FIELDS,
)
