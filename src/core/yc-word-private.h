/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that enumerations are called by on the wire. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @words: one word for each value from 1. NULL for a value that has none. */
const char *yc_word_of   (const char *const *words,
                          guint              n_words,
                          guint              value);

/* 0 when @text is none of the words. */
guint       yc_word_find (const char *const *words,
                          guint              n_words,
                          const char        *text);

G_END_DECLS
