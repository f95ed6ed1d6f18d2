"""A stand-in for the tray of a desktop: it lets icons register, and reads and clicks their menus over D-Bus.

Reads one JSON command a line: {"id": 1, "do": "menu"}; answers with one line each.
"""

import base64
import json
import sys
from pathlib import Path

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"

DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()


class Watcher(dbus.service.Object):
    def __init__(self):
        self.items = []
        self.hosted = True
        super().__init__(dbus.service.BusName(WATCHER, bus), "/StatusNotifierWatcher")
        bus.add_signal_receiver(self.owner_changed, "NameOwnerChanged", "org.freedesktop.DBus")

    def owner_changed(self, name, _old, new):
        if new == "":
            self.items = [item for item in self.items if name not in (item["service"], item["owner"])]

    @dbus.service.method(WATCHER, in_signature="s", sender_keyword="sender")
    def RegisterStatusNotifierItem(self, name, sender=None):
        service, path = (sender, str(name)) if name.startswith("/") else (str(name), "/StatusNotifierItem")
        self.items.append({"service": service, "path": path, "owner": str(sender)})
        self.StatusNotifierItemRegistered(f"{service}{path}")

    @dbus.service.method(WATCHER, in_signature="s")
    def RegisterStatusNotifierHost(self, name):
        pass

    @dbus.service.signal(WATCHER, signature="s")
    def StatusNotifierItemRegistered(self, name):
        pass

    @dbus.service.signal(WATCHER)
    def StatusNotifierHostRegistered(self):
        pass

    @dbus.service.signal(WATCHER)
    def StatusNotifierHostUnregistered(self):
        pass

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, _interface, name):
        return self.GetAll(_interface)[name]

    @dbus.service.method(PROPERTIES, in_signature="s", out_signature="a{sv}")
    def GetAll(self, _interface):
        names = [f"{item['service']}{item['path']}" for item in self.items]
        return {
            "IsStatusNotifierHostRegistered": dbus.Boolean(self.hosted),
            "ProtocolVersion": dbus.Int32(0),
            "RegisteredStatusNotifierItems": dbus.Array(names, signature="s"),
        }


watcher = Watcher()


def item():
    known = watcher.items[-1]
    return bus.get_object(known["service"], known["path"], introspect=False)


def read(name):
    return item().Get(ITEM, name, dbus_interface=PROPERTIES)


def menu():
    return bus.get_object(watcher.items[-1]["service"], str(read("Menu")), introspect=False)


def entry(layout):
    number, facts, children = layout
    return {
        "id": int(number),
        # A single low line would mark a key.
        "label": str(facts.get("label", "")).replace("__", "_"),
        "line": facts.get("type") == "separator",
        "enabled": bool(facts.get("enabled", True)),
        "entries": [entry(child) for child in children],
    }


def do(command):
    what = command["do"]
    if what == "items":
        return len(watcher.items)
    if what == "title":
        return str(read("ToolTip")[2])
    if what == "icon":
        # Chromium writes it to a file for desktops other than KDE.
        files = Path(str(read("IconThemePath"))).rglob(f"{read('IconName')}*")
        return [base64.b64encode(file.read_bytes()).decode() for file in files]
    if what == "menu":
        _revision, layout = menu().GetLayout(0, -1, dbus.Array([], "s"), dbus_interface=MENU)
        return entry(layout)["entries"]
    if what == "click":
        menu().Event(command["entry"], "clicked", dbus.Int32(0), dbus.UInt32(0), dbus_interface=MENU)
    if what == "activate":
        item().Activate(0, 0, dbus_interface=ITEM)
    if what == "forget":
        watcher.items = []
    if what == "host":
        watcher.hosted = command["on"]
        watcher.StatusNotifierHostRegistered() if command["on"] else watcher.StatusNotifierHostUnregistered()
    return None


def hear(channel, _condition):
    line = channel.readline()
    if line == "":
        sys.exit(0)
    command = json.loads(line)
    try:
        answer = {"id": command["id"], "value": do(command)}
    except (dbus.DBusException, IndexError) as error:
        answer = {"id": command["id"], "error": str(error)}
    print(json.dumps(answer), flush=True)
    return True


GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, hear)
print("ready", flush=True)
GLib.MainLoop().run()
