/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for what the domain counts: levels, fees, times, as a clerk reads them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *yc_words_level    (const char *level);
char       *yc_words_fee      (gint64 fen);
char       *yc_words_clock    (GDateTime *time);
char       *yc_words_moment   (GDateTime *time);
char       *yc_words_since    (GDateTime *time);
char       *yc_words_duration (gint64 seconds);
char       *yc_words_sending  (guint64 n_sent, guint64 n_bytes);
char       *yc_words_join     (const char *first, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
