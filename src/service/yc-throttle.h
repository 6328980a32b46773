/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slows down those who guess passwords. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define YC_TYPE_THROTTLE (yc_throttle_get_type ())

G_DECLARE_FINAL_TYPE (YcThrottle, yc_throttle, YC, THROTTLE, GObject)

YcThrottle *yc_throttle_new     (guint       free_tries,
                                 guint       longest_wait);
guint       yc_throttle_begin   (YcThrottle *self,
                                 const char *key);
void        yc_throttle_fail    (YcThrottle *self,
                                 const char *key);
void        yc_throttle_succeed (YcThrottle *self,
                                 const char *key);

G_END_DECLS
