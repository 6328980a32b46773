# SPDX-License-Identifier: GPL-3.0-or-later
"""Evince's own view showing a file: from opening it until its first page is painted.

peer-evince.py FILE ROUNDS writes {"first": ms, "p50": ms, "p99": ms}. The document is opened and
given to the view as Evince does it; a page counts as painted when there is ink in what was drawn.
"""
import json
import sys
import time

import cairo
import gi

gi.require_version("EvinceDocument", "3.0")
gi.require_version("EvinceView", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import EvinceDocument, EvinceView, Gio, Gtk  # noqa: E402

WIDTH, HEIGHT = 1280, 800
# Where the title of a certificate stands when the page is as wide as the window.
TITLE = cairo.RectangleInt(440, 180, 400, 120)


def has_ink(context):
    surface = context.get_group_target()
    image = surface.map_to_image(TITLE)
    darkest = min(bytes(image.get_data())[::4])
    surface.unmap_image(image)
    return darkest < 90


class Peer:
    def __init__(self, path):
        self.uri = Gio.File.new_for_path(path).get_uri()
        self.model = EvinceView.DocumentModel()
        self.model.set_sizing_mode(EvinceView.SizingMode.FIT_WIDTH)
        self.view = EvinceView.View()
        self.view.set_model(self.model)
        self.view.connect_after("draw", self.drawn)
        scrolled = Gtk.ScrolledWindow()
        scrolled.add(self.view)
        self.window = Gtk.Window(decorated=False)
        self.window.set_default_size(WIDTH, HEIGHT)
        self.window.add(scrolled)
        self.window.show_all()
        self.start = None

    def drawn(self, view, context):
        if self.start is None:
            return
        now = time.monotonic()
        if has_ink(context):
            self.taken = (now - self.start) * 1000
            self.start = None
            Gtk.main_quit()
        else:
            # To look takes time, too, which is not Evince's.
            self.start += time.monotonic() - now

    def show(self):
        self.start = time.monotonic()
        document = EvinceDocument.Document.factory_get_document(self.uri)
        self.model.set_document(document)
        Gtk.main()
        return self.taken


def main():
    EvinceDocument.init()
    peer = Peer(sys.argv[1])
    first = peer.show()
    times = sorted(peer.show() for _ in range(int(sys.argv[2])))
    last = min(len(times) - 1, len(times) * 99 // 100)
    print(json.dumps({"first": first, "p50": times[len(times) // 2], "p99": times[last]}))


main()
