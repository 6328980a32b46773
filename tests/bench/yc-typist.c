/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Types Chinese on a display, one real key press a character. */
#include "yc-typist.h"

#include <X11/XKBlib.h>
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

#define UNICODE_KEYSYM 0x01000000

struct _YcTypist
{
  Display    *display;
  /* From characters to key codes. */
  GHashTable *codes;
};

/* Letters, digits, space and what moves or changes: the keys that stay what they are. */
static gboolean
is_needed (KeySym symbol)
{
  return (symbol >= XK_space && symbol <= XK_asciitilde) || IsModifierKey (symbol) ||
         symbol == XK_Escape || symbol == XK_BackSpace || symbol == XK_Return || symbol == XK_Tab;
}

static gboolean
give_key (YcTypist *self, KeyCode code, gunichar character)
{
  KeySym symbols[2] = { UNICODE_KEYSYM | character, NoSymbol };
  KeySym old = XkbKeycodeToKeysym (self->display, code, 0, 0);

  if (is_needed (old))
    return FALSE;
  XChangeKeyboardMapping (self->display, code, 2, symbols, 1);
  g_hash_table_insert (self->codes, GUINT_TO_POINTER (character), GUINT_TO_POINTER (code));
  return TRUE;
}

/* The space bar and the letters are found by their own names. */
static void
add_character (YcTypist *self, gunichar character, int *code, int last)
{
  if (g_hash_table_contains (self->codes, GUINT_TO_POINTER (character)))
    return;
  if (character < 0x80)
    {
      guint own = XKeysymToKeycode (self->display, character);

      g_hash_table_insert (self->codes, GUINT_TO_POINTER (character), GUINT_TO_POINTER (own));
      return;
    }
  while (*code <= last && !give_key (self, (KeyCode) (*code)++, character))
    ;
}

/* Every desk has a window manager; a bare display has none, and GTK asks it ten times a key whether
 * there is one by now, waiting for each answer. This one says that it is there and does nothing. */
static void
stand_in_for_manager (Display *display)
{
  Window root = DefaultRootWindow (display);
  Window own = XCreateSimpleWindow (display, root, -1, -1, 1, 1, 0, 0, 0);
  Atom check = XInternAtom (display, "_NET_SUPPORTING_WM_CHECK", False);
  Atom supported = XInternAtom (display, "_NET_SUPPORTED", False);

  XChangeProperty (display, own, check, XA_WINDOW, 32, PropModeReplace, (unsigned char *) &own, 1);
  XChangeProperty (display, root, check, XA_WINDOW, 32, PropModeReplace, (unsigned char *) &own, 1);
  XChangeProperty (display, root, supported, XA_ATOM, 32, PropModeReplace,
                   (unsigned char *) &check, 1);
}

YcTypist *
yc_typist_new (GPtrArray *texts)
{
  YcTypist *self = g_new0 (YcTypist, 1);
  int first, last;

  self->display = XOpenDisplay (NULL);
  g_assert_nonnull (self->display);
  stand_in_for_manager (self->display);
  self->codes = g_hash_table_new (NULL, NULL);
  XDisplayKeycodes (self->display, &first, &last);
  for (guint i = 0; i < texts->len; i++)
    for (const char *c = texts->pdata[i]; *c != '\0'; c = g_utf8_next_char (c))
      add_character (self, g_utf8_get_char (c), &first, last);
  XSync (self->display, False);
  return self;
}

void
yc_typist_free (YcTypist *self)
{
  XCloseDisplay (self->display);
  g_hash_table_unref (self->codes);
  g_free (self);
}

gboolean
yc_typist_can_type (YcTypist *self, const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_hash_table_contains (self->codes, GUINT_TO_POINTER (g_utf8_get_char (c))))
      return FALSE;
  return TRUE;
}

gint64
yc_typist_press (YcTypist *self, gunichar character)
{
  guint code = GPOINTER_TO_UINT (g_hash_table_lookup (self->codes, GUINT_TO_POINTER (character)));
  gint64 pressed = g_get_monotonic_time ();

  XTestFakeKeyEvent (self->display, code, True, CurrentTime);
  XTestFakeKeyEvent (self->display, code, False, CurrentTime);
  XFlush (self->display);
  return pressed;
}

guint
yc_typist_count_windows (YcTypist *self)
{
  Window root, parent, *children = NULL;
  unsigned n_children = 0;
  guint n_shown = 0;

  XQueryTree (self->display, DefaultRootWindow (self->display), &root, &parent, &children,
              &n_children);
  for (unsigned i = 0; i < n_children; i++)
    {
      XWindowAttributes facts;

      n_shown += XGetWindowAttributes (self->display, children[i], &facts) != 0 &&
                 facts.map_state == IsViewable;
    }
  XFree (children);
  return n_shown;
}
