/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where an item is done: at the counter, in an app, on the portal, at a terminal, elsewhere. */
#include "yc-channel.h"

#include "yc-word.h"

#include <glib/gi18n-lib.h>

static const YcWord channels[] = {
  { "counter", N_ ("At this counter") },
  { "app", N_ ("On the phone") },
  { "portal", N_ ("On the web portal") },
  { "terminal", N_ ("At a self-service terminal") },
  { "hall", N_ ("At another hall") },
  { "department", N_ ("At the department's own window") },
  { NULL },
};

const char *
yc_channel_get_title (const char *channel)
{
  return yc_word_title (channels, NULL, yc_word_find (channels, channel));
}
