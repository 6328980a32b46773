/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Key presses that go the whole way, from the X server on, for those who measure it. They come by a
 * connection of their own, as those of another program.
 */
#include "yc-author-keys.h"

#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>

struct _YcAuthorKeys
{
  Display *display;
};

/* Where no window manager is, nobody else gives the keyboard to a window. */
static void
take_keyboard (YcAuthorKeys *self,
               GtkWindow    *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  XSetInputFocus (self->display, gdk_x11_surface_get_xid (surface), RevertToPointerRoot,
                  CurrentTime);
  XSync (self->display, False);
}

/**
 * yc_author_keys_new:
 * @window: a window that is on screen
 *
 * Gives the keyboard to @window.
 *
 * Returns: (transfer full) (nullable): the keys; %NULL where there is no X server that can do it
 */
YcAuthorKeys *
yc_author_keys_new (GtkWindow *window)
{
  g_autoptr (YcAuthorKeys) self = g_new0 (YcAuthorKeys, 1);
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));
  int event, error, major, minor;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  if (!GDK_IS_X11_DISPLAY (display))
    return NULL;
  self->display = XOpenDisplay (gdk_display_get_name (display));
  if (self->display == NULL ||
      !XTestQueryExtension (self->display, &event, &error, &major, &minor))
    return NULL;
  take_keyboard (self, window);
  return g_steal_pointer (&self);
}

/**
 * yc_author_keys_free:
 * @self: the keys
 */
void
yc_author_keys_free (YcAuthorKeys *self)
{
  if (self->display != NULL)
    XCloseDisplay (self->display);
  g_free (self);
}

/**
 * yc_author_keys_press:
 * @self: the keys
 * @key: a key's symbol, such as %GDK_KEY_1
 *
 * Presses a key and lets it go.
 */
void
yc_author_keys_press (YcAuthorKeys *self,
                      guint         key)
{
  KeyCode code = XKeysymToKeycode (self->display, key);

  XTestFakeKeyEvent (self->display, code, True, CurrentTime);
  XTestFakeKeyEvent (self->display, code, False, CurrentTime);
  XFlush (self->display);
}
