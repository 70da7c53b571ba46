"""Those who are selected are asked to a joint meeting, by the bulk bar and the keyboard alone (R53)."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton

from mentordesk.queries.coming_meetings import coming_meetings
from mentordesk.queries.gathering import gathering
from tests.ui.participants.test_many import select
from ui.language import say


def meetings(tab):
    found = []
    programme, today = tab.desk.programme_id, tab.desk.today
    tab.desk.work.ask("test", lambda store: coming_meetings(store, programme, today), found.append)
    tab.settle(tab.desk)
    return found[0]


def asked(tab, meeting):
    found = []
    tab.desk.work.ask("test", lambda store: gathering(store, meeting), found.append)
    tab.settle(tab.desk)
    return {person.name for person in found[0].people}


def test_those_who_are_selected_are_asked_to_a_meeting_beyond_its_circle(tab):
    network = next(each for each in meetings(tab) if say(each.title) == "Mentor network")
    names = [name for name in tab.names() if name not in asked(tab, network.meeting)][:2]
    select(tab, names)
    tab.click("bulkAskToMeeting")
    offered = tab.find("comingMeetings", QListWidget)
    assert tab.focused() is offered
    assert offered.count() == len(meetings(tab))
    tab.press(Qt.Key.Key_Escape)
    assert tab.page.grid.view.hasFocus()
    assert not asked(tab, network.meeting) & set(names)

    tab.click("bulkAskToMeeting")
    tab.type("Mentor n")
    assert tab.focused().currentItem().text().startswith("Mentor network")
    tab.press(Qt.Key.Key_Return)
    assert asked(tab, network.meeting) >= set(names)
    assert say(tab.done[-1]) == "Ask 2 more people to “Mentor network”"
    assert tab.page.grid.view.hasFocus()

    tab.click("bulkAskToMeeting")
    tab.type("Mentor n")
    tab.press(Qt.Key.Key_Return)
    assert say(tab.told[-1].sentence) == "All of them are asked to it already."
    tab.undo()
    assert not asked(tab, network.meeting) & set(names)


def test_without_a_meeting_to_come_it_says_so_and_a_click_changes_nothing(tab_over, example):
    tab = tab_over(example)
    tab.desk.file = replace(tab.desk.file, today=date(2031, 1, 1))
    select(tab, tab.names()[:2])
    tab.click("bulkAskToMeeting")
    assert tab.find("askingToMeeting").findChild(type(tab.find("bulkCount")), "remark").text().startswith("No joint")
    tab.find("askToMeetingNow", QPushButton).click()
    tab.settle(tab.desk)
    assert not tab.done
