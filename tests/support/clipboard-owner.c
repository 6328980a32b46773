/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Another program that holds a text on the clipboard until its input ends:
 * clipboard-owner NUMBER-OF-LETTERS | TEXT, where \n and the like are escaped. It gives the text
 * away in pieces, as programs do with what is large (ICCCM 2.7.2, INCR).
 */
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <glib.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PIECE 65536

typedef struct
{
  Display *display;
  Atom     targets;
  Atom     text;
  Atom     incr;
  char    *words;
  size_t   length;
  size_t   given;
  Window   taker;
  Atom     place;
} Owner;

static void
put (Owner *self, Atom type, int format, const void *data, int n)
{
  XChangeProperty (self->display, self->taker, self->place, type, format, PropModeReplace, data,
                   n);
}

static void
answer (Owner *self, XSelectionRequestEvent *request)
{
  XSelectionEvent notice = { .type = SelectionNotify, .requestor = request->requestor,
                             .selection = request->selection, .target = request->target,
                             .property = request->property, .time = request->time };
  Atom offered[] = { self->targets, self->text };
  long length = (long) self->length;

  self->taker = request->requestor;
  self->place = request->property;
  if (request->target == self->targets)
    put (self, XA_ATOM, 32, offered, G_N_ELEMENTS (offered));
  else if (request->target == self->text)
    {
      self->given = 0;
      XSelectInput (self->display, self->taker, PropertyChangeMask);
      put (self, self->incr, 32, &length, 1);
    }
  else
    notice.property = None;
  XSendEvent (self->display, request->requestor, False, 0, (XEvent *) &notice);
}

/* The taker has taken a piece; an empty one ends it. */
static void
go_on (Owner *self, XPropertyEvent *event)
{
  size_t n;

  if (event->state != PropertyDelete || event->window != self->taker ||
      event->atom != self->place || self->given > self->length)
    return;
  n = MIN (PIECE, self->length - self->given);
  put (self, self->text, 8, self->words + self->given, (int) n);
  self->given += n > 0 ? n : 1;
}

static void
handle (Owner *self)
{
  while (XPending (self->display) > 0)
    {
      XEvent event;

      XNextEvent (self->display, &event);
      if (event.type == SelectionRequest)
        answer (self, &event.xselectionrequest);
      else if (event.type == PropertyNotify)
        go_on (self, &event.xproperty);
    }
}

int
main (int argc, char **argv)
{
  Owner self = { .display = XOpenDisplay (NULL) };
  struct pollfd waits[2] = { { .fd = 0, .events = POLLIN } };
  Window window;

  if (argc != 2 || self.display == NULL)
    return EXIT_FAILURE;
  self.words = atoi (argv[1]) > 0 && strlen (argv[1]) < 8 ? g_strnfill ((gsize) atoi (argv[1]), 'x')
                                                          : g_strcompress (argv[1]);
  self.length = strlen (self.words);
  self.targets = XInternAtom (self.display, "TARGETS", False);
  self.text = XInternAtom (self.display, "UTF8_STRING", False);
  self.incr = XInternAtom (self.display, "INCR", False);
  window = XCreateSimpleWindow (self.display, DefaultRootWindow (self.display), 0, 0, 1, 1, 0, 0,
                                0);
  XSetSelectionOwner (self.display, XInternAtom (self.display, "CLIPBOARD", False), window,
                      CurrentTime);
  XFlush (self.display);
  waits[1] = (struct pollfd){ .fd = ConnectionNumber (self.display), .events = POLLIN };
  while (poll (waits, G_N_ELEMENTS (waits), -1) > 0 && waits[0].revents == 0)
    handle (&self);
  XCloseDisplay (self.display);
  g_free (self.words);
  return EXIT_SUCCESS;
}
