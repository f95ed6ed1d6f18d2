"""A stand-in for the notifications of a desktop: keeps what programs show, and clicks it.

Reads one JSON command a line: {"id": 1, "do": "shown"}; answers with one line each.
"""

import json
import sys

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NAME = "org.freedesktop.Notifications"

DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()


class Notifications(dbus.service.Object):
    def __init__(self):
        self.shown = []
        super().__init__(dbus.service.BusName(NAME, bus), "/org/freedesktop/Notifications")

    @dbus.service.method(NAME, in_signature="susssasa{sv}i", out_signature="u")
    def Notify(self, program, replaced, _icon, title, body, actions, _hints, _timeout):
        number = int(replaced) or len(self.shown) + 1
        entry = {"id": number, "program": str(program), "title": str(title), "body": str(body)}
        self.shown.append({**entry, "actions": [str(action) for action in actions[::2]], "open": True})
        return dbus.UInt32(number)

    @dbus.service.method(NAME, out_signature="as")
    def GetCapabilities(self):
        return ["actions", "body", "persistence"]

    @dbus.service.method(NAME, out_signature="ssss")
    def GetServerInformation(self):
        return ("stand-in", "tests", "1", "1.2")

    @dbus.service.method(NAME, in_signature="u")
    def CloseNotification(self, number):
        self.close(int(number), 3)

    @dbus.service.signal(NAME, signature="us")
    def ActionInvoked(self, number, action):
        pass

    @dbus.service.signal(NAME, signature="uu")
    def NotificationClosed(self, number, reason):
        pass

    def close(self, number, reason):
        for entry in self.shown:
            if entry["id"] == number:
                entry["open"] = False
        self.NotificationClosed(dbus.UInt32(number), dbus.UInt32(reason))

    def click(self):
        number = self.shown[-1]["id"]
        self.ActionInvoked(dbus.UInt32(number), "default")
        self.close(number, 2)


notifications = Notifications()


def answer(command):
    if command["do"] == "shown":
        return notifications.shown
    return notifications.click()


def read(stream, _condition):
    line = stream.readline()
    if line == "":
        loop.quit()
        return False
    command = json.loads(line)
    try:
        reply = {"id": command["id"], "value": answer(command)}
    except Exception as error:  # The test gets it.
        reply = {"id": command["id"], "error": str(error)}
    print(json.dumps(reply), flush=True)
    return True


loop = GLib.MainLoop()
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, read)
print("ready", flush=True)
loop.run()
